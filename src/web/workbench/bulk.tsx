import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, type Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { BulkPage } from '../../../views/workbench/bulk'
import type { List } from '../../../views/workbench/inbox/lists'
import {
  asOfTime,
  BULK_LIMIT,
  type BulkOutcome,
  bulk,
  bulkIds,
  bulkWhat,
  type Chosen,
} from '../../commands/conversations/bulk'
import { read } from '../../commands/input/read'
import { filterFor } from '../../reads/found-lists'
import { page, wantsJson } from '../answer'
import type { Ask, WebContext } from '../context'
import { filterNames } from '../filter'
import { staff } from '../person'
import { listIn } from '../query'
import { route } from '../route'

const text = holding('value', z.string()).optional()
const narrowing = Object.fromEntries(['view', ...filterNames].map((name) => [name, text]))

/** What to do, to which ones: those with an `id`, or with `all` those that the filter lets through. */
const bulkForm = z.strictObject({
  what: z.enum(bulkWhat),
  id: bulkIds,
  all: z.enum(['', '1']).optional(),
  as_of: asOfTime,
  add: holding('words', z.string()).optional(),
  ...{ to: text, until: text },
  ...narrowing,
})

/** The list that the fields of a form name. */
export const listOfForm = (c: Ask, input: Record<string, unknown>): List => {
  const fields = Object.entries(input).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )
  const query = new URLSearchParams(fields)
  query.delete('until')
  return listIn(query, c.get('look').zone)
}

const run = async (
  c: Ask,
  { desk, reads }: WebContext,
  input: Record<string, unknown>,
): Promise<BulkOutcome | Problem> => {
  const form = read(bulkForm, input)
  if (isProblem(form)) return form
  const person = staff(c)
  const { as_of: asOf } = form
  const all = form.all === '1' ? await matching(c, { desk, reads }, input, asOf) : form.id
  const from = { address: c.get('address')(), zone: c.get('look').zone }
  return bulk(desk, person, { what: form.what, all, asOf, input }, from)
}

/** Those that the filter lets through, without any that began after the page was drawn. */
const matching = async (
  c: Ask,
  { desk, reads }: Pick<WebContext, 'desk' | 'reads'>,
  input: Record<string, unknown>,
  asOf: number | undefined,
): Promise<Chosen[]> => {
  const filter = await filterFor(reads, staff(c), listOfForm(c, input))
  const before = Math.min(filter.before ?? Number.POSITIVE_INFINITY, (asOf ?? Infinity) + 1)
  const bounded = Number.isFinite(before) ? { ...filter, before } : filter
  const ids = await desk.store.conversations.matchingIds(bounded, BULK_LIMIT + 1)
  return ids.map((id) => ({ id }))
}

/** Ends, tags, assigns or snoozes many at once. */
export const bulkRoute = route<BulkOutcome>({
  method: 'POST',
  path: paths.workbench.bulk,
  permission: 'conversations.bulk',
  form: bulkForm,
  run: ({ c, web, input }) => run(c, web, input),
  to: ({ c, input }) => paths.workbench.list(listOfForm(c, input)),
  moves: true,
  made: ({ c, input }, { done, refused, more }) => {
    const look = c.get('look')
    const told = refused.map(({ id, name, problem }) => ({
      ...{ id, name, code: problem.code, reason: problem.reason },
      message: sentenceFor(problem, look.language),
    }))
    if (wantsJson(c)) return c.json({ done: done.length, ids: done, refused: told, more })
    const list = listOfForm(c, input)
    return page(c, BulkPage({ ...look, done: done.length, refused: told, more, list }))
  },
})
