/** 256 random bits for a cookie. Only its hash is stored. */
export const newToken = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')

/** SHA-256 in hex. A fast hash is right here: the token is random, not chosen by a person. */
export const hashToken = (token: string): string =>
  new Bun.CryptoHasher('sha256').update(token).digest('hex')

/** Tells desks apart in public: the same on every node of one, and nothing can be made of it. */
export const deskMark = (secret: string): string =>
  new Bun.CryptoHasher('sha256', secret).update('desk').digest('hex').slice(0, 16)
