import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { aspectOf, type WritingEvent } from '../../../actors/conversation/aspects'
import type { CardAnswer } from '../../../actors/conversation/card-answer'
import type { Body, Entry, SentFile } from '../../../actors/entry'
import { holding } from '../../../actors/holds'
import type { Person } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import type { CardShape } from '../../../actors/text/card'
import { may } from '../../policies/may'
import { gapProblem } from '../canned/gaps'
import type { Desk, From } from '../desk'
import { quotedBy } from '../entries/quoted'
import { clientId, entryId, messageText } from '../input'
import { read } from '../input/read'
import { findMentions } from '../mentions/find'
import { rowOf } from './access'
import { refusal } from './act'
import { repeated, saidBefore } from './repeated'
import { isStale } from './stale'
import { forgetKeys } from './typing'

export const sayForm = z.strictObject({
  text: messageText,
  client_id: clientId,
  /** Client id of the entry that it answers. */
  answers: entryId.optional(),
  /** By whom, and in which conversation, it was written: nobody else's, and no other, will do. */
  written_by: holding('value', z.string()).optional(),
  written_in: holding('value', z.string()).optional(),
})

/** With files nothing need be written. */
const withFilesForm = sayForm.extend({ text: z.literal('').or(messageText).default('') })

/** What was said; `repeat` when it had been said before this request. */
export type Said = { entry: Entry; repeat: boolean }

/** `files` have come already, and are in nobody's hands but this entry's. */
export type How = { files?: readonly SentFile[] } & (
  | {
      type: 'said'
      by: 'visitor' | 'agent'
      name: string
      asOf?: number
      card?: CardShape
      cardAnswer?: CardAnswer
    }
  | { type: WritingEvent; name: string }
)

/** Of what kind the entry is that comes of it. */
const kindOf = (how: How): Body['kind'] => {
  if (how.type === 'said') return how.card ? 'card' : how.cardAnswer ? 'cardAnswer' : 'text'
  const aspect = aspectOf(how)
  return aspect?.does === 'write' ? aspect.body.kind : 'text'
}

/**
 * Writes in a conversation this person was found to know of: to all who are in it, or to colleagues.
 * Problems: those of `say` but `missing`.
 */
export const write = async (
  desk: Desk,
  person: Person,
  row: ConversationRow,
  input: unknown,
  from: From,
  how: How,
): Promise<Said | Problem> => {
  const form = read(how.files?.length ? withFilesForm : sayForm, input)
  if (isProblem(form)) return form
  if (!isOwn(form, person, row)) return new Problem('conflict', 'otherAuthor')
  // What colleagues write to each other may have places in it, and so may what visitors write.
  const open = how.type === 'said' && how.by === 'agent' ? gapProblem(form.text) : null
  if (open) return open
  const limited =
    (await desk.rate.spend('message', person.id)) ??
    (await desk.rate.spend('messageByAddress', from.address))
  if (limited) return limited
  if (how.type === 'said' && !may.write(person)) return new Problem('forbidden', 'notAllowed')
  const isForAll = how.type === 'said'
  const sentAs = { text: form.text, kind: kindOf(how), files: how.files ?? [] }
  const before = await saidBefore(desk, person, row, form.client_id)
  if (before) return repeated(desk, person, before, sentAs, row)
  const quoted = await quotedBy(desk, row.id, form.answers, { person, isForAll })
  if (isProblem(quoted)) return quoted
  const mentions = isForAll ? [] : await findMentions(desk, row, form.text)
  const sent = await desk.system.send(addressOf('conversation', row.id), {
    ...how,
    ...(mentions.length > 0 ? { mentions } : {}),
    at: desk.clock.now(),
    author: person.id,
    clientId: form.client_id,
    text: form.text,
    ...(form.answers === undefined ? {} : { answers: form.answers }),
  })
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  if (sent.outcome === 'refused') return whyRefused(desk, person, row.id, how)
  if (sent.outcome === 'repeat') return repeated(desk, person, sent.entry, sentAs)
  if (how.type === 'said') forgetKeys(desk, person, row.id)
  // What wakes a conversation that was snoozed tells colleagues so before it, in the same turn.
  const entry = sent.turn.entries.find(({ clientId }) => clientId === form.client_id)
  return entry
    ? { entry: { ...entry, ...quoted }, repeat: false }
    : new Problem('conflict', 'notInThisState')
}

/** An answer that was written before a colleague wrote is not sent as it is, whoever holds the talk now. */
const whyRefused = async (desk: Desk, person: Person, id: string, how: How): Promise<Problem> => {
  const problem = refusal(person, await rowOf(desk, id))
  const asOf = how.type === 'said' && 'asOf' in how ? how.asOf : undefined
  return problem.reason !== 'chatEnded' && (await isStale(desk, person, id, asOf))
    ? new Problem('conflict', 'colleagueWrote')
    : problem
}

const isOwn = (form: z.output<typeof sayForm>, person: Person, row: ConversationRow): boolean =>
  (form.written_by ?? person.id) === person.id && (form.written_in ?? row.id) === row.id
