import { hashToken } from './tokens'

/** What a signed link brings: until when it opens, ms UTC, and the proof that the desk said so. */
export type Signature = { until: number; proof: string }

/** That the desk said something: nobody else can, without its secret. */
export const proofOf = (secret: string, what: string): string =>
  new Bun.CryptoHasher('sha256', secret).update(what).digest('base64url')

/** Signs something until a time, ms UTC. */
export const signatureFor = (secret: string, what: string, until: number): Signature => ({
  until,
  proof: proofOf(secret, `${what} ${until}`),
})

/** Compared as hashes: how long that takes tells nothing of either. */
export const isSigned = (secret: string, what: string, { until, proof }: Signature): boolean =>
  hashToken(proof) === hashToken(proofOf(secret, `${what} ${until}`))
