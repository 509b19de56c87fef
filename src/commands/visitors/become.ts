import { addressOf } from '../../../actors/address'
import type { Visitor } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { contextOf } from '../conversations/access'
import type { Desk } from '../desk'
import { hashToken } from '../tokens'
import { claimTalks } from './claim-talks'

/** Who somebody is from now on; `key` is a hash that tells them from all others. */
type Proven = {
  key: string
  subject: string
  name: string
  email: string
  attributes: Readonly<Record<string, string>>
}

/** Which visitor they are, and whether anything of that is new to their page. */
export type Become = { visitor: string; changed: boolean }

/** Who asks until now, and by which cookie. */
export type Before = { person: Visitor | null; token: string | undefined }

/**
 * Somebody has proven who they are. Who was nobody known keeps their talk and gets their name, in this
 * browser alone; who is known here already is who they were, with the talk they had as nobody. What belongs
 * to somebody else who was proven before them is left to those.
 * Problems: conflict `parked`.
 */
export const become = async (
  desk: Desk,
  { person, token }: Before,
  { key, ...proven }: Proven,
): Promise<Become | Problem> => {
  const at = desk.clock.now()
  const { subject, name } = proven
  const before: Partial<{ subject: string; name: string }> = person
    ? await contextOf(desk, 'visitor', person.id)
    : {}
  const isAnonymous = (before.subject ?? '') === ''
  const candidate = person && (isAnonymous || before.subject === subject) ? person.id : null
  const visitor = await desk.store.identities.claim(key, candidate ?? desk.clock.id(), at)
  const isFirst = isAnonymous && visitor === person?.id
  // Whoever else came as this nobody, by the link of a mail, has not proven that it was they: nor has
  // who comes by it in this very moment, so it is done once more when they are proven.
  const dropOthers = async () => {
    if (isFirst) await desk.store.visits.dropTokensOf(visitor, token && hashToken(token))
  }
  await dropOthers()
  const known = { type: 'identified', at, ...proven } as const
  const said = await desk.system.send(addressOf('visitor', visitor), known)
  if (said.outcome === 'parked') return new Problem('conflict', 'parked')
  await dropOthers()
  if (isFirst) desk.bus.publish([{ topic: addressOf('visitor', visitor), what: 'whose' }])
  const called = name || (await contextOf(desk, 'visitor', visitor)).name || ''
  if (visitor === person?.id)
    return { visitor, changed: before.name !== called || before.subject !== subject }
  if (person && isAnonymous) await claimTalks(desk, person.id, { visitor, name: called })
  return { visitor, changed: true }
}
