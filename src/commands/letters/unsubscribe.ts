import { Problem } from '../../../actors/problem'
import { emailKey } from '../accounts/email-key'
import type { Desk } from '../desk'
import { isSigned, type Signature, signatureFor } from '../proof'
import { hashToken } from '../tokens'

/** How long the link opens by which somebody wants no more mail, ms: longer than mail is kept by most. */
const STOP_MS = 366 * 86_400_000

/** By which an address is known that wants no mail, whatever its spelling; the address itself is not kept. */
export const addressHash = (address: string): string =>
  hashToken(emailKey(address) ?? address.toLowerCase())

const stopLink = (hash: string) => `unsubscribe ${hash}`

export const stopSignature = (secret: string, hash: string, now: number): Signature =>
  signatureFor(secret, stopLink(hash), now + STOP_MS)

/**
 * Whether the link of a mail is ours and still opens.
 * Problems: missing (not ours), conflict `linkOver`.
 */
export const stopProblem = (desk: Desk, hash: string, signature: Signature): Problem | null => {
  if (!isSigned(desk.secret, stopLink(hash), signature)) return new Problem('missing', 'missing')
  return desk.clock.now() > signature.until ? new Problem('conflict', 'linkOver') : null
}

/** Whoever has the link decides for its address: no more mail about answers, or again. Twice is done. */
export const unsubscribe = async (
  desk: Desk,
  { hash, wants, address }: { hash: string; wants: boolean; address: string },
  signature: Signature,
): Promise<{ wants: boolean } | Problem> => {
  const problem = (await desk.rate.spend('start', address)) ?? stopProblem(desk, hash, signature)
  if (problem) return problem
  const { letters } = desk.store
  await (wants ? letters.subscribe(hash) : letters.unsubscribe(hash, desk.clock.now()))
  return { wants }
}
