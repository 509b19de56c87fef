import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, type Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { wrapUp } from '../../../views/words/wrap-up'
import type { List } from '../../../views/workbench/inbox/lists'
import { WrapUpPage } from '../../../views/workbench/wrap-up'
import {
  asOfTime,
  BULK_LIMIT,
  type BulkOutcome,
  bulk,
  bulkIds,
  bulkWhat,
  type Chosen,
} from '../../commands/conversations/bulk'
import { formsOfMany, wrapUpOfAll } from '../../commands/conversations/wrap-up-many'
import { splitFields } from '../../commands/forms/answers'
import { read } from '../../commands/input/read'
import { filterAt, filterFor } from '../../reads/found-lists'
import { answerProblem, seeOther, wantsJson, wantsPage } from '../answer'
import type { Ask, WebContext } from '../context'
import { isOfField, saying, typedIn } from '../conversations/wrap-up-page'
import { filterNames } from '../filter'
import { staff } from '../person'
import { listIn, placeIn } from '../query'
import { route } from '../route'
import { sentIn } from '../sent'
import { outcomeField } from './outcome'
import { workbenchPages } from './page'

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
  /** Which page of the list it was chosen on. */
  place: text,
  ...narrowing,
})

/** The list that the fields of a form name. */
export const listOfForm = (c: Ask, input: Record<string, unknown>): List => {
  const fields = Object.entries(input).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )
  const query = new URLSearchParams(fields)
  query.delete('until')
  query.delete('place')
  return listIn(query, c.get('look').zone)
}

type Input = Record<string, unknown>

/** Those it is done to: the first of very many. */
const chosenIn = async (
  c: Ask,
  web: WebContext,
  { all, id, as_of: asOf }: { all?: string; id: readonly Chosen[]; as_of?: number },
  input: Input,
): Promise<readonly Chosen[]> => (all === '1' ? matching(c, web, input, asOf) : id)

const run = async (c: Ask, web: WebContext, input: Input): Promise<BulkOutcome | Problem> => {
  const form = read(bulkForm, splitFields(input).others)
  if (isProblem(form)) return form
  const { desk } = web
  const person = staff(c)
  const all = await chosenIn(c, web, form, input)
  const from = {
    address: c.get('address')(),
    zone: c.get('look').zone,
    language: c.get('look').language,
  }
  return bulk(desk, person, { what: form.what, all, asOf: form.as_of, input }, from)
}

/** Those that the filter lets through, without any that began after the page was drawn. */
const matching = async (
  c: Ask,
  { desk, reads }: Pick<WebContext, 'desk' | 'reads'>,
  input: Record<string, unknown>,
  asOf: number | undefined,
): Promise<Chosen[]> => {
  const asked = await filterFor(reads, staff(c), listOfForm(c, input))
  const filter = filterAt(asked, desk.clock.now())
  const before = Math.min(filter.before ?? Number.POSITIVE_INFINITY, (asOf ?? Infinity) + 1)
  const bounded = Number.isFinite(before) ? { ...filter, before } : filter
  const ids = await desk.store.conversations.matchingIds(bounded, BULK_LIMIT + 1)
  return ids.map((id) => ({ id }))
}

/** What is asked before any of them ends, once, with what was typed. */
const askOnce = async (
  c: Ask,
  web: WebContext,
  { form, input }: { form: z.output<typeof bulkForm>; input: Input },
  problem: Problem,
) => {
  const chosen = await chosenIn(c, web, form, input)
  const ids = chosen.slice(0, BULK_LIMIT).map(({ id }) => id)
  const forms = await formsOfMany(web.desk, staff(c), ids)
  const look = c.get('look')
  const words = wrapUp[look.language]
  const content = WrapUpPage({
    ...{ ...look, reader: staff(c), ...typedIn(input), problem: saying(c, problem) },
    ...{ title: words.beforeAll, lead: words.leadAll(ids.length), submit: words.endAll },
    fields: wrapUpOfAll(forms),
    action: paths.workbench.bulk,
    back: paths.workbench.list(listOfForm(c, input)),
  })
  return answerProblem(c, problem, content)
}

/** Ends, tags, assigns or snoozes many at once. */
export const bulkRoute = route<BulkOutcome>({
  method: 'POST',
  path: paths.workbench.bulk,
  permission: 'conversations.bulk',
  form: bulkForm,
  run: ({ c, web, input }) => run(c, web, input),
  moves: true,
  refused: ({ c, web, input }, problem) => {
    if (!wantsPage(c)) return answerProblem(c, problem)
    const form = read(bulkForm, splitFields(input).others)
    if (!isProblem(form) && isOfField(problem)) return askOnce(c, web, { form, input }, problem)
    const beside = sentIn(input, c.get('forms')).words.join('\n')
    return workbenchPages(web).show(c, null, { problem, draft: { beside } })
  },
  made: ({ c, web, input }, outcome) => {
    if (!wantsJson(c)) return seeOther(c, whereItBegan(c, web, input, outcome))
    const { done, refused, more } = outcome
    const told = refused.map(({ id, name, problem }) => ({
      ...{ id, name, code: problem.code, reason: problem.reason },
      message: sentenceFor(problem, c.get('look').language),
    }))
    return c.json({ done: done.length, ids: done, refused: told, more })
  },
})

/** The page of the list on which they were chosen, as it is now, with what came of it. */
const whereItBegan = (c: Ask, web: WebContext, input: Input, outcome: BulkOutcome): string => {
  const { place } = input
  const list = { ...listOfForm(c, input), ...placeIn(typeof place === 'string' ? place : '') }
  return paths.workbench.listAfter(list, outcomeField(web, staff(c), outcome))
}
