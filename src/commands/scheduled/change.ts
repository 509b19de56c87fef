import { z } from 'zod'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import type { ScheduledMessage } from '../../store/ports/scheduled'
import { gapProblem } from '../canned/gaps'
import { findToAct, newestOf } from '../conversations/access'
import { seqField, sinceThen } from '../conversations/as-of'
import { timeOf } from '../conversations/reply'
import type { Desk, From } from '../desk'
import { takeOut } from '../drafts/keep'
import { digits, messageText } from '../input'
import { read } from '../input/read'
import { ringScheduled } from './schedule'

/**
 * `send_at` empty: when it was to go before. `seq` is the newest line that they saw, and `due` when the
 * message was to go then, ms UTC.
 */
export const rescheduleForm = z.strictObject({
  text: messageText.optional(),
  send_at: holding('value', z.string()).optional(),
  seq: seqField,
  due: digits(/^\d{1,15}$/).optional(),
})
export const cancelForm = z.strictObject({})

/** With this as its time it goes at once. */
const AT_ONCE = 'now'

/**
 * Other words of a message that waits, or another time. What held it back was seen by now. From whoever
 * holds the conversation it is theirs then: they say it.
 * Problems: missing, invalid `text` | `send_at`, forbidden, conflict `scheduledGone` | `already` (it, or
 * who has the conversation, is another since), limited.
 */
export const reschedule = async (
  desk: Desk,
  person: Staff,
  { id, clientId }: Named,
  input: unknown,
  from: From,
): Promise<null | Problem> => {
  const form = read(rescheduleForm, input)
  if (isProblem(form)) return form
  const message = await messageOf(desk, person, id, clientId)
  if (isProblem(message)) return message
  const { text = message.text, send_at: sendAt = '', seq: seen, due = message.dueAt } = form
  if (due !== message.dueAt || (await sinceThen(desk, id, seen)).hasMoved)
    return new Problem('conflict', 'already')
  const now = desk.clock.now()
  const at = sendAt === AT_ONCE ? now : timeOf(desk, sendAt, from)
  if (isProblem(at)) return at
  const open = gapProblem(text)
  if (open) return open
  const dueAt = at ?? message.dueAt
  const seq = message.seq === null ? null : await newestOf(desk, id)
  const { id: agent, name } = person
  const changed = { ...message, agent, name, text, dueAt, seq }
  if ((await desk.store.scheduled.change(changed, message.dueAt, now)) === 'gone')
    return new Problem('conflict', 'scheduledGone')
  ringScheduled(desk, id, dueAt)
  return null
}

/**
 * Takes a message back that waits; its words are a draft again of who does so.
 * Problems: missing, forbidden, conflict `scheduledGone`, limited.
 */
export const cancelScheduled = async (
  desk: Desk,
  person: Staff,
  { id, clientId }: Named,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(cancelForm, input)
  if (isProblem(form)) return form
  const message = await messageOf(desk, person, id, clientId)
  if (isProblem(message)) return message
  const { store, clock } = desk
  const gone = new Problem('conflict', 'scheduledGone')
  const wasSent = async () => (await store.transcripts.byClientId(id, clientId)) !== undefined
  if (await wasSent()) return gone
  if ((await store.scheduled.cancel(id, clientId, person.id, clock.now())) === 'gone') return gone
  // Whoever had it in hand for too long may have sent it until now.
  if (await wasSent()) {
    await takeOut(desk, person, id, message.text)
    return gone
  }
  ringScheduled(desk, id)
  return null
}

type Named = { id: string; clientId: string }

/** One that waits, for its author and for who holds the conversation. */
const messageOf = async (
  desk: Desk,
  person: Staff,
  id: string,
  clientId: string,
): Promise<ScheduledMessage | Problem> => {
  const row = await findToAct(desk, person, id)
  if (isProblem(row)) return row
  const message = await desk.store.scheduled.find(id, clientId)
  // Its author may, though a colleague has the conversation now.
  if (message?.agent !== person.id && !may.say(person, row))
    return new Problem('forbidden', 'notAllowed')
  return message ?? new Problem('conflict', 'scheduledGone')
}
