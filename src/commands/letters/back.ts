import type { Person } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Letter } from '../../store/ports/letters'
import type { Desk } from '../desk'
import type { Signature } from '../proof'
import { hashToken, newToken } from '../tokens'
import { whoIsNow } from '../visitors/one-with'
import { isLetterSigned } from './link'

/** Where a letter leads: its conversation, and whether that is the one of its visitor's chat page. */
export type Back = { conversation: string; isCurrent: boolean }

/**
 * Where the link of a letter leads, without opening it. `isTheirs` says that it is their own visitor
 * who asks, who needs no link.
 * Problems: missing (not ours), conflict `linkUsed` (used, or too old).
 */
export const lookBack = async (
  desk: Desk,
  person: Person | null,
  id: string,
  signature: Signature,
): Promise<(Back & { letter: Letter; isTheirs: boolean }) | Problem> => {
  const letter = isLetterSigned(desk.secret, id, signature)
    ? await desk.store.letters.find(id)
    : undefined
  if (!letter) return new Problem('missing', 'missing')
  const visitor = await whoIsNow(desk, letter.visitor)
  const isTheirs = person?.kind === 'visitor' && person.id === visitor
  const isOver = letter.usedAt > 0 || desk.clock.now() > signature.until
  if (isOver && !isTheirs) return new Problem('conflict', 'linkUsed')
  const row = await desk.store.visitors.find(visitor)
  const { conversation } = letter
  return {
    letter: { ...letter, visitor },
    isTheirs,
    conversation,
    isCurrent: row?.conversation === conversation,
  }
}

/**
 * Opens it, once: `token` is a new cookie of the letter's visitor.
 * Problems: as before, limited.
 */
export const goBack = async (
  desk: Desk,
  person: Person | null,
  { id, address }: { id: string; address: string },
  signature: Signature,
): Promise<(Back & { token: string | undefined }) | Problem> => {
  const limited = await desk.rate.spend('start', address)
  if (limited) return limited
  const found = await lookBack(desk, person, id, signature)
  if (isProblem(found)) return found
  const { letter, isTheirs, conversation, isCurrent } = found
  if (isTheirs) return { conversation, isCurrent, token: undefined }
  const at = desk.clock.now()
  const token = newToken()
  if (!(await desk.store.letters.open(id, at))) return new Problem('conflict', 'linkUsed')
  await desk.store.visits.remember(hashToken(token), letter.visitor, at)
  return { conversation, isCurrent, token }
}
