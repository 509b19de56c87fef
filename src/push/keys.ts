import { createECDH, hkdfSync } from 'node:crypto'

/** The pair of keys by which push services know the desk (RFC 8292), as base64url. */
export type PushKeys = { publicKey: string; privateKey: string }

const KEY_BYTES = 32
/** A number that is no key of the curve is drawn once in four billion times. */
const TRIES = 8

/**
 * Made of the secret of the installation, so that they are there from its first start on, are the
 * same on all nodes, and need no place to be kept.
 */
export const pushKeys = (secret: string): PushKeys => {
  for (let n = 0; n < TRIES; n += 1) {
    const pair = createECDH('prime256v1')
    try {
      pair.setPrivateKey(Buffer.from(hkdfSync('sha256', secret, '', `push ${n}`, KEY_BYTES)))
      return {
        publicKey: pair.getPublicKey('base64url'),
        privateKey: pair.getPrivateKey('base64url').padStart(43, 'A'),
      }
    } catch {
      // The next number.
    }
  }
  throw new Error('no keys for push could be made of the secret')
}
