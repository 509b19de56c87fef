import { z } from 'zod'
import { tagLimits } from '../../../actors/conversation/aspects/tags'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk, From } from '../desk'
import { splitFields } from '../forms/answers'
import { isThere, nameUpTo, untilBy, uuid } from '../input'
import { read } from '../input/read'
import { find } from './access'
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

/** One or several ids: a form with one box ticked sends a single one. */
export const bulkIds = holding(
  'value',
  z
    .union([uuid.transform((id) => [id]), z.array(uuid).max(BULK_LIMIT)])
    .optional()
    .transform((ids) => ids ?? []),
)

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
 * journal of its own. What is so already is done. What is asked before any of them ends is asked once,
 * and none of them ends without it. `ids` are more than `BULK_LIMIT` where there are more.
 * Problems: invalid (`add`, `to`, `until`, `id`, `field.…`), limited; what speaks against one stands in the outcome.
 */
export const bulk = async (
  desk: Desk,
  person: Staff,
  { what, ids, input }: { what: BulkWhat; ids: readonly string[]; input: Record<string, unknown> },
  from: From,
): Promise<BulkOutcome | Problem> => {
  const { defined, others } = splitFields(input)
  const form = read(deedForms[what], others)
  if (isProblem(form)) return form
  if (ids.length === 0) return new Problem('invalid', 'selectFirst', { field: 'id' })
  const badTime = what === 'snooze' && read(z.object({ until: timeBy(desk, from) }), input)
  if (badTime && isProblem(badTime)) return badTime
  const wrapUpOf =
    what === 'close'
      ? await wrapUpOfMany(desk, person, ids.slice(0, BULK_LIMIT), defined, from)
      : asksNothing(defined)
  if (isProblem(wrapUpOf)) return wrapUpOf
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  // All of them are one act of a person, who has just paid for it.
  const paid: Desk = { ...desk, rate: { spend: async () => null } }
  const run = deedOf(paid, person, what, { ...form, wrapUpOf }, from)
  const outcome = { done: [] as string[], refused: [] as BulkOutcome['refused'][number][] }
  const wanted = ids.slice(0, BULK_LIMIT)
  for (let at = 0; at < wanted.length; at += AT_ONCE)
    await Promise.all(
      wanted.slice(at, at + AT_ONCE).map(async (id) => {
        const row = await find(paid, person, id)
        const problem = isProblem(row) ? row : await run(id)
        if (!isProblem(problem)) outcome.done.push(id)
        else outcome.refused.push({ id, name: isProblem(row) ? '' : row.visitorName, problem })
      }),
    )
  return { ...outcome, more: ids.length > BULK_LIMIT }
}

const timeBy = (desk: Desk, { zone = 'UTC' }: From) => untilBy(desk.clock.now(), zone)

type Form = { add?: string; to?: string; until?: string; wrapUpOf: WrapUpOf }

const deedOf = (desk: Desk, person: Staff, what: BulkWhat, form: Form, from: From) => {
  const by: Readonly<Record<BulkWhat, (id: string) => Promise<unknown>>> = {
    close: (id) => closeAs(desk, person, id, form.wrapUpOf),
    assign: (id) => assignAs(desk, person, id, form.to ?? ''),
    tag: (id) => deedsBeside.tag.run(desk, person, id, { add: form.add }, from),
    snooze: (id) => deedsBeside.snooze.run(desk, person, id, { until: form.until }, from),
  }
  return by[what]
}
