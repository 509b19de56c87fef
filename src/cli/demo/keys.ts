/**
 * What people of the demo sign in with, made from the folder's own secret: the same at every
 * start of one demo, and known to nobody who cannot read the folder.
 */
export const demoPassword = (secret: string, email: string): string => {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const bytes = digest(secret, `password ${email}`).subarray(0, 20)
  return [...bytes].map((byte) => letters[byte % letters.length]).join('')
}

/** The cookie of a visitor of the demo. */
export const demoCookie = (secret: string, name: string): string =>
  digest(secret, `visitor ${name}`).toString('base64url')

const digest = (secret: string, about: string): Buffer =>
  Buffer.from(new Bun.CryptoHasher('sha256', secret).update(`demo ${about}`).digest())
