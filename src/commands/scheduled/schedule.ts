import { addressOf } from '../../../actors/address'
import { MOST_SCHEDULED } from '../../../actors/limits'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { ScheduledMessage } from '../../store/ports/scheduled'
import { gapProblem } from '../canned/gaps'
import { refusal } from '../conversations/act'
import { isStale } from '../conversations/stale'
import type { Said } from '../conversations/write'
import type { Desk } from '../desk'
import { quotedBy } from '../entries/quoted'

type Words = {
  text: string
  client_id: string
  answers?: string | undefined
  written_by?: string | undefined
}
type When = {
  dueAt: number
  /** Newest line before its author; null where what the visitor writes does not hold it. */
  seq: number | null
  asOf: number | undefined
  /** Says it at once: what was said already is answered by that. */
  now(): Promise<Said | Problem>
}

/**
 * Puts a message by until it is due. Answers with it, also when it was put by before under the same
 * `client_id`; once it was sent, with what was said.
 * Problems: those of `say`; conflict `tooManyScheduled` | `otherText` | `colleagueWrote`.
 */
export const schedule = async (
  desk: Desk,
  person: Staff,
  row: ConversationRow,
  { text, client_id: clientId, answers, written_by: writtenBy = person.id }: Words,
  { dueAt, seq, asOf, now }: When,
): Promise<Said | ScheduledMessage | Problem> => {
  const { store } = desk
  if (writtenBy !== person.id) return new Problem('conflict', 'otherAuthor')
  const open = gapProblem(text) ?? (await desk.rate.spend('message', person.id))
  if (open) return open
  if (await store.transcripts.byClientId(row.id, clientId)) return now()
  if (await isStale(desk, person, row.id, asOf)) return new Problem('conflict', 'colleagueWrote')
  if (!may.say(person, row)) return refusal(person, row)
  const quoted = await quotedBy(desk, row.id, answers, { person, isForAll: true })
  if (isProblem(quoted)) return quoted
  const waiting = await store.scheduled.of(row.id)
  const isKnown = waiting.some((one) => one.clientId === clientId)
  if (!isKnown && waiting.length >= MOST_SCHEDULED)
    return new Problem('conflict', 'tooManyScheduled', { values: { limit: MOST_SCHEDULED } })
  const message: ScheduledMessage = {
    ...{ conversation: row.id, clientId, agent: person.id, name: person.name, text },
    ...{ answers: answers ?? null, dueAt, seq, held: '' },
  }
  if ((await store.scheduled.add(message)) === 'taken') {
    const known = await store.scheduled.find(row.id, clientId)
    if (known?.text === text && known.agent === person.id) return known
    return known ? new Problem('conflict', 'otherText') : now()
  }
  ringScheduled(desk, row.id, dueAt)
  return message
}

/** What waits in a conversation is another than before; `dueAt` of what is new, ms UTC. */
export const ringScheduled = (
  desk: Pick<Desk, 'bus'>,
  conversation: string,
  dueAt?: number,
): void =>
  desk.bus.publish([
    {
      topic: addressOf('conversation', conversation),
      what: 'scheduled',
      ...(dueAt === undefined ? {} : { at: dueAt }),
    },
  ])
