import { z } from 'zod'
import type { Entry } from '../../../actors/entry'
import { holding } from '../../../actors/holds'
import { MOST_REACTIONS } from '../../../actors/limits'
import type { Person } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { emojiIn } from '../../../actors/text/emoji'
import { mayChange } from '../../policies/may-change'
import { refusal } from '../conversations/act'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { type FoundEntry, findEntry } from './access'
import { type Changed, send } from './change'

const emoji = holding('value', z.string()).transform((text, check) => {
  const one = emojiIn(text)
  if (one !== null) return one
  const params = { reason: 'emojiNotValid', values: {} }
  check.addIssue({ code: 'custom', message: 'emojiNotValid', params })
  return z.NEVER
})

/** The one that is put to it, or the one that is taken off. */
export const reactionForm = z.strictObject({ emoji: emoji.optional(), remove: emoji.optional() })

/**
 * Puts an emoji to an entry, or takes one's own off. What is so already is done.
 * Problems: invalid `emoji` | `remove`, missing, forbidden `notYours`, conflict `chatEnded` |
 * `entryWithdrawn` | `tooManyReactions` | `parked`, limited.
 */
export const react = async (
  desk: Desk,
  person: Person,
  id: string,
  clientId: string,
  input: unknown,
): Promise<Changed | Problem> => {
  const form = read(reactionForm, input)
  if (isProblem(form)) return form
  const chosen = form.emoji ?? form.remove
  if (chosen === undefined) return new Problem('invalid', 'emojiNotValid', { field: 'emoji' })
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const found = await findEntry(desk, person, id, clientId)
  if (isProblem(found)) return found
  const { entry } = found
  const adds = form.emoji !== undefined
  const isSo = (now: FoundEntry) => hasOwn(now.entry, person, chosen) === adds
  if (isSo(found)) return { entry, seq: entry.seq }
  const why = (now: FoundEntry) => whyNot(person, now, adds ? chosen : null)
  const asked = { type: 'reacted', at: desk.clock.now(), emoji: chosen, adds } as const
  return why(found) ?? send(desk, person, found, asked, { isSo, why })
}

const hasOwn = ({ reactions = [] }: Entry, person: Person, emoji: string): boolean =>
  reactions.some((each) => each.author === person.id && each.emoji === emoji)

/** `adds` is the emoji that is to come, null where one goes. */
const whyNot = (
  person: Person,
  { row, entry: { body, reactions = [] }, ref }: FoundEntry,
  adds: string | null,
): Problem | null => {
  if (body.kind === 'withdrawn') return new Problem('conflict', 'entryWithdrawn')
  if (!mayChange.react(person, row, ref)) return refusal(person, row)
  const there = new Set(reactions.map(({ emoji }) => emoji))
  return adds !== null && !there.has(adds) && there.size >= MOST_REACTIONS
    ? new Problem('conflict', 'tooManyReactions', { values: { limit: MOST_REACTIONS } })
    : null
}
