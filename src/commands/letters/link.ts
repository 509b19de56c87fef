import { hashToken } from '../tokens'

/** How long the link of a letter opens, ms. */
export const LINK_MS = 7 * 86_400_000

const proofOf = (secret: string, id: string, until: number): string =>
  new Bun.CryptoHasher('sha256', secret).update(`letter ${id} ${until}`).digest('base64url')

/** What the link of a letter brings: until when it opens, ms UTC, and the proof that it is ours. */
export type LetterSignature = { until: number; proof: string }

export const letterSignature = (secret: string, id: string, until: number): LetterSignature => ({
  until,
  proof: proofOf(secret, id, until),
})

/** Compared as hashes: how long that takes tells nothing of either. */
export const isLetterSigned = (
  secret: string,
  id: string,
  { until, proof }: LetterSignature,
): boolean => hashToken(proof) === hashToken(proofOf(secret, id, until))
