import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { LegalHold } from '../../store/ports/erasures'
import type { Store } from '../../store/store'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { commentText, uuid } from '../input'
import { read } from '../input/read'

/** What is to be kept: a visitor with all that is theirs, or one conversation, by its id. */
export const holdForm = z.strictObject({
  held: holding('words', z.string().trim().max(200)),
  reason: commentText,
})

/**
 * Nobody erases it from now on, and no time takes it away. What is held already is held for this reason.
 * Answers its address. Problems: invalid `reasonMissing` (`reason`) | `nothingHeld` (`held`).
 */
export const holdLegally = async (
  desk: Desk,
  person: Staff,
  input: unknown,
): Promise<string | Problem> => {
  const form = read(holdForm, input)
  if (isProblem(form)) return form
  if (form.reason === '') return new Problem('invalid', 'reasonMissing', { field: 'reason' })
  const object = await objectOf(desk, form.held)
  if (!object) return new Problem('invalid', 'nothingHeld', { field: 'held' })
  const at = desk.clock.now()
  await desk.store.erasures.hold(
    { object, reason: form.reason, by: person.id, byName: person.name, at },
    auditRow(desk, person, 'held', object, { reason: form.reason }),
  )
  return object
}

/** The address of what an id, or the address of its page, names. */
const objectOf = async ({ store }: Desk, named: string): Promise<string | undefined> => {
  const id =
    named
      .replace(/[?#].*$/, '')
      .split(/[/:]/)
      .filter(Boolean)
      .at(-1) ?? ''
  if (!uuid.safeParse(id).success) return undefined
  if (await store.conversations.find(id)) return addressOf('conversation', id)
  const visitor = await oneWith(store, id)
  return visitor === undefined ? undefined : addressOf('visitor', visitor)
}

/** So many times somebody became one with another is followed. */
const MOST_MERGES = 10

/** Who a visitor is now. */
const oneWith = async (store: Store, id: string): Promise<string | undefined> => {
  let visitor = await store.visitors.find(id)
  for (let nth = 0; visitor?.mergedInto && nth < MOST_MERGES; nth += 1)
    visitor = await store.visitors.find(visitor.mergedInto)
  return visitor?.id
}

/** It may be erased again. */
export const releaseHold = async (
  desk: Desk,
  person: Staff,
  { object, reason }: Pick<LegalHold, 'object' | 'reason'>,
): Promise<null> => {
  const told = auditRow(desk, person, 'released', object, { reason })
  await desk.store.erasures.release(object, told)
  return null
}
