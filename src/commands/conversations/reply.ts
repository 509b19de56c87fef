import { LONGEST_SCHEDULE_MS } from '../../../actors/limits'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ScheduledMessage } from '../../store/ports/scheduled'
import type { Desk, From } from '../desk'
import { forgetDraft } from '../drafts/keep'
import { read } from '../input/read'
import { timeIn } from '../input/times'
import { schedule } from '../scheduled/schedule'
import { cachedContext, contextOf, newestOf } from './access'
import { seenAt } from './as-of'
import { replyForm } from './reply-form'
import { rowToWriteIn, sayIn } from './say'
import type { Said } from './write'

/**
 * A colleague answers: now, or at a time, or in a moment in which it can be undone. Answers with what
 * was said, or with what will be.
 * Problems: those of `say` and of `schedule`; invalid `send_at`; conflict `colleagueWrote`, unless
 * `anyway` is said.
 */
export const reply = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
  from: From,
): Promise<Said | ScheduledMessage | Problem> => {
  const form = read(replyForm, input)
  if (isProblem(form)) return form
  const { send_at: _at, send_preset: _preset, seq, anyway, drafted, ...words } = form
  const asked = chosenTime(desk, form, from)
  if (isProblem(asked)) return asked
  const row = await rowToWriteIn(desk, person, id)
  if (isProblem(row)) return row
  const asOf = anyway === undefined ? seenAt(seq) : {}
  const now = () => sayIn(desk, person, row, words, from, asOf)
  const undoMs = asked === null ? await undoMsOf(desk, person) : 0
  const later = (dueAt: number, heard: number | null) =>
    schedule(desk, person, row, words, { dueAt, seq: heard, asOf: asOf.asOf, now })
  const said =
    asked !== null
      ? await later(asked, seq ?? (await newestOf(desk, id)))
      : undoMs > 0
        ? await later(desk.clock.now() + undoMs, null)
        : await now()
  if (!isProblem(said) && drafted !== undefined) await forgetDraft(desk, person, id)
  return said
}

type Chosen = { send_at?: string | undefined; send_preset?: string | undefined }

const chosenTime = (
  desk: Desk,
  { send_at: at = '', send_preset: preset = '' }: Chosen,
  from: From,
) =>
  preset === 'at' && at.trim() === ''
    ? new Problem('invalid', 'timeNotValid', { field: 'send_at' })
    : timeOf(desk, preset === 'at' ? at : preset || at, from)

/** Null for at once. */
export const timeOf = (
  desk: Desk,
  typed: string,
  { zone = 'UTC' }: From,
): number | null | Problem => {
  if (typed.trim() === '') return null
  const now = desk.clock.now()
  const at = timeIn(typed, now, zone)
  if (at === undefined) return new Problem('invalid', 'timeNotValid', { field: 'send_at' })
  if (at <= now) return new Problem('invalid', 'timePast', { field: 'send_at' })
  if (at - now > LONGEST_SCHEDULE_MS)
    return new Problem('invalid', 'timeTooFar', { field: 'send_at' })
  return at
}

/** As the agent has chosen; asked of each message, so what this node has at hand is enough. */
const undoMsOf = async (desk: Desk, { id }: Staff): Promise<number> => {
  const known = cachedContext(desk, 'agent', id) ?? (await contextOf(desk, 'agent', id))
  return known.settings?.undo ?? 0
}
