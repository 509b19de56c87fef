import { hashToken } from '../tokens'

/** What a signed link brings: until when it opens, ms UTC, and the proof that the desk said so. */
export type Signature = { until: number; proof: string }

const proofOf = (secret: string, id: string, until: number): string =>
  new Bun.CryptoHasher('sha256', secret).update(`file ${id} ${until}`).digest('base64url')

/** Opens one file to whoever has the link, until a time, ms UTC. */
export const signatureFor = (secret: string, id: string, until: number): Signature => ({
  until,
  proof: proofOf(secret, id, until),
})

/** Compared as hashes: how long that takes tells nothing of either. */
export const isSigned = (secret: string, id: string, { until, proof }: Signature): boolean =>
  hashToken(proof) === hashToken(proofOf(secret, id, until))
