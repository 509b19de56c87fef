import { z } from 'zod'
import { tagLimits } from '../../../actors/conversation/aspects/tags'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk, From } from '../desk'
import { splitFields } from '../forms/answers'
import { isThere, nameUpTo, untilBy, uuid } from '../input'
import { read } from '../input/read'
import { timeIn } from '../input/times'
import { contextOf, find } from './access'
import { audited } from './audited'
import { deedsBeside } from './beside'
import { assignAs, closeAs } from './lead'
import { transferTo } from './transfer'
import type { WrapUpOf } from './wrap-up'
import { asksNothing, wrapUpOfMany } from './wrap-up-many'

/** How many conversations one request does at most, and how many of them at a time. */
export const BULK_LIMIT = 1_000
const AT_ONCE = 20

export const bulkWhat = ['close', 'tag', 'assign', 'snooze'] as const
export type BulkWhat = (typeof bulkWhat)[number]

/** One of many, and by which of its lines it was chosen, where that is said. */
export type Chosen = { id: string; seq?: number }

/** `<id>`, or `<id>@<seq>` as a page has it, which knows what it showed. */
const chosen = z
  .string()
  .max(60)
  .transform((typed, check): Chosen => {
    const [id = '', seq, ...more] = typed.split('@')
    const isSeq = seq === undefined || /^\d{1,15}$/.test(seq)
    if (!uuid.safeParse(id).success || !isSeq || more.length > 0)
      check.addIssue({ code: 'custom', message: 'id' })
    return { id, ...(seq === undefined ? {} : { seq: Number(seq) }) }
  })

/** One or several: a form with one box ticked sends a single one. */
export const bulkIds = holding(
  'value',
  z
    .union([chosen.transform((one) => [one]), z.array(chosen).max(BULK_LIMIT)])
    .optional()
    .transform((all) => all ?? []),
)

/** When the page was drawn on which they were chosen, as ISO 8601 has it: ms UTC. */
export const asOfTime = holding('value', z.string().max(40))
  .transform((typed, check) => {
    const at = typed === '' ? undefined : timeIn(typed, 0, 'UTC')
    if (typed !== '' && at === undefined) check.addIssue({ code: 'custom', message: 'as_of' })
    return at
  })
  .optional()

/** What is to be done, whatever it is done to. */
const deedForms = {
  close: z.object({}),
  tag: z.object({ add: nameUpTo(tagLimits.length).superRefine(isThere) }),
  assign: z.object({ to: transferTo }),
  snooze: z.object({ until: z.string() }),
} as const satisfies Record<BulkWhat, z.ZodObject>

/** What came of it: those that are done, those that are not and why, and whether there are more. */
export type BulkOutcome = {
  done: readonly string[]
  refused: readonly { id: string; name: string; problem: Problem }[]
  more: boolean
}

/**
 * Does one thing to many conversations: each by a command of its own, with a turn and a line of the
 * journal of its own. What is so already is done, and what has moved since it was chosen stays as it is:
 * by its own `seq`, or for all of them by `asOf`, ms UTC. They are more than `BULK_LIMIT` where there
 * are more. What is asked before any of them ends is asked once, and none of them ends without it.
 * Problems: invalid (`add`, `to`, `until`, `id`, `field.…`), limited; what speaks against one stands in the outcome.
 */
export const bulk = async (
  desk: Desk,
  person: Staff,
  { what, all, asOf, input }: Wanted,
  from: From,
): Promise<BulkOutcome | Problem> => {
  const { defined, others } = splitFields(input)
  const form = read(deedForms[what], others)
  if (isProblem(form)) return form
  if (all.length === 0) return new Problem('invalid', 'selectFirst', { field: 'id' })
  const badTime = what === 'snooze' && read(z.object({ until: timeBy(desk, from) }), input)
  if (badTime && isProblem(badTime)) return badTime
  const wrapUpOf =
    what === 'close'
      ? await wrapUpOfMany(desk, person, idsOf(all), defined, from)
      : asksNothing(defined)
  if (isProblem(wrapUpOf)) return wrapUpOf
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  // All of them are one act of a person, who has just paid for it.
  const paid: Desk = { ...desk, rate: { spend: async () => null } }
  const run = deedOf(paid, person, what, { ...form, wrapUpOf }, from)
  const outcome = { done: [] as string[], refused: [] as BulkOutcome['refused'][number][] }
  const wanted = all.slice(0, BULK_LIMIT)
  for (let at = 0; at < wanted.length; at += AT_ONCE)
    await Promise.all(
      wanted.slice(at, at + AT_ONCE).map(async ({ id, seq }) => {
        const row = await find(paid, person, id)
        const seen = isProblem(row) ? row : await seenOf(paid, id, seq, asOf)
        const problem = isProblem(seen) ? seen : await run(id, seen)
        if (!isProblem(problem)) outcome.done.push(id)
        else outcome.refused.push({ id, name: isProblem(row) ? '' : row.visitorName, problem })
      }),
    )
  return { ...outcome, more: all.length > BULK_LIMIT }
}

const idsOf = (all: readonly Chosen[]) => all.slice(0, BULK_LIMIT).map(({ id }) => id)

type Wanted = {
  what: BulkWhat
  all: readonly Chosen[]
  asOf?: number | undefined
  input: Record<string, unknown>
}

/** By which of its lines one was chosen, or that it has moved since; undefined where nobody said. */
const seenOf = async (
  desk: Desk,
  id: string,
  seq: number | undefined,
  asOf: number | undefined,
): Promise<number | undefined | Problem> => {
  if (seq !== undefined || asOf === undefined) return seq
  const { movedAt = 0, lastSeq } = await contextOf(desk, 'conversation', id)
  return movedAt > asOf ? new Problem('conflict', 'already') : lastSeq
}

const timeBy = (desk: Desk, { zone = 'UTC' }: From) => untilBy(desk.clock.now(), zone)

type Form = { add?: string; to?: string; until?: string; wrapUpOf: WrapUpOf }

/** By which line it was chosen, as a command is told. */
const seqIn = (input: unknown) => (input as { seq?: number }).seq
const assign = audited(
  'assigned',
  (desk, person, id, input) => {
    const { to = '' } = input as { to?: string }
    return assignAs(desk, person, id, to, seqIn(input))
  },
  true,
)

const of = (seq: number | undefined) => (seq === undefined ? {} : { seq })

const deedOf = (desk: Desk, person: Staff, what: BulkWhat, form: Form, from: From) => {
  const { add, until, wrapUpOf } = form
  const close = audited(
    'ended',
    (desk, person, id, input) => closeAs(desk, person, id, wrapUpOf, seqIn(input)),
    true,
  )
  const by: Readonly<Record<BulkWhat, (id: string, seq?: number) => Promise<unknown>>> = {
    close: (id, seq) => close(desk, person, id, of(seq), from),
    assign: (id, seq) => assign(desk, person, id, { to: form.to, ...of(seq) }, from),
    tag: (id, seq) => deedsBeside.tag.run(desk, person, id, { add, ...of(seq) }, from),
    snooze: (id, seq) => deedsBeside.snooze.run(desk, person, id, { until, ...of(seq) }, from),
  }
  return by[what]
}
