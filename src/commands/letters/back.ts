import { addressOf } from '../../../actors/address'
import { contextIn } from '../../../actors/current'
import { isOfAccount } from '../../../actors/customers'
import type { Person } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { contextOf, rowOf } from '../conversations/access'
import type { Desk } from '../desk'
import type { Signature } from '../proof'
import { hashToken, newToken } from '../tokens'
import { current, goingOn } from '../visitors/current'
import { isLetterSigned } from './link'

/**
 * Where a letter leads: its conversation, or the one that this went on in; and whether that is the one
 * of its visitor's chat page.
 */
export type Back = { conversation: string; isCurrent: boolean }
/** `visitor`: whose conversation it is by now. `isTheirs` says that it is they who ask, who need no link. */
type Found = Back & { visitor: string; isTheirs: boolean }

/**
 * Where the link of a letter leads, without opening it.
 * Problems: missing (not ours), conflict `linkOver` (too old) | `talkOfAccount` (of somebody whose site
 * knows them).
 */
export const lookBack = async (
  desk: Desk,
  person: Person | null,
  id: string,
  signature: Signature,
): Promise<Found | Problem> => {
  const letter = isLetterSigned(desk.secret, id, signature)
    ? await desk.store.letters.find(id)
    : undefined
  const row = letter && (await goingOn(desk, await rowOf(desk, letter.thread)))
  if (!letter || !row) return new Problem('missing', 'missing')
  const { id: conversation, visitor } = row
  const isTheirs = person?.kind === 'visitor' && person.id === visitor
  const isOver = desk.clock.now() > signature.until
  if (isOver && !isTheirs) return new Problem('conflict', 'linkOver')
  const subject = isTheirs ? '' : await subjectFor(desk, visitor)
  if (subject !== '') {
    // Of an account here they sign in here; of a site's, there.
    const values: Record<string, string> = isOfAccount(subject) ? { door: 'here' } : {}
    return new Problem('conflict', 'talkOfAccount', { values })
  }
  const isCurrent = (await current(desk, visitor))?.id === conversation
  return { visitor, isTheirs, conversation, isCurrent }
}

/**
 * Who has proven who they are comes back by proving it again: the address of a mail was only typed, and
 * whoever reads it must not become them.
 */
const subjectFor = async (desk: Desk, visitor: string): Promise<string> =>
  (await contextOf(desk, 'visitor', visitor)).subject ?? ''

/**
 * Opens it: `token` is a new cookie of the conversation's visitor. As often as somebody presses while
 * the link holds: an answer may get lost on the way, and people have several devices.
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
  const { visitor, isTheirs, ...back } = found
  if (isTheirs) return { ...back, token: undefined }
  const token = newToken()
  const { visits, turns } = desk.store
  await visits.remember(hashToken(token), visitor, desk.clock.now())
  // They may have proven who they are in this very moment: then the cookie is not theirs. Whoever proves
  // it from here on takes it away themself.
  const now = await turns.load(addressOf('visitor', visitor))
  if (!(contextIn('visitor', now?.snapshot)?.subject ?? '')) return { ...back, token }
  await visits.dropTokens([hashToken(token)])
  return lookAgain(desk, person, id, signature)
}

const lookAgain = async (...asked: Parameters<typeof lookBack>) => {
  const found = await lookBack(...asked)
  return isProblem(found) ? found : new Problem('conflict', 'talkOfAccount')
}
