import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { type CardKind, cardKinds } from '../../../actors/text/card'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { CardMaker, CardPage } from '../../../views/workbench/card-page'
import { cardForm } from '../../commands/cards/form'
import { sendCard, sendCardWithImage } from '../../commands/cards/send'
import { find } from '../../commands/conversations/access'
import { refusal } from '../../commands/conversations/act'
import { current } from '../../commands/visitors/current'
import { may } from '../../policies/may'
import { answerProblem, isHtmx, page, wantsPage } from '../answer'
import { isMultipart } from '../body/multipart'
import { type Ask, readerOf, type WebContext } from '../context'
import { sendParts } from '../files/send'
import { staff, visitor } from '../person'
import { type Route, route } from '../route'
import { answerSaid } from '../said'
import { listBefore } from '../workbench/before'

const { chat, workbench } = paths

/** What a visitor's site has them show: a script alone asks for it, and no form does. */
const sendInChat = route({
  ...{ method: 'POST', path: chat.cards, permission: 'visitor', form: cardForm },
  run: async ({ c, web, input }) => {
    const person = visitor(c)
    const row = person && (await current(web.desk, person.id))
    return row
      ? sendCard(web.desk, person, row, input, { address: c.get('address')() })
      : new Problem('conflict', 'chatEnded')
  },
  made: ({ c, web }, said) => {
    const viewer = c.get('person')?.id ?? ''
    return answerSaid(c, web.reads, said, readerOf(c, 'visitor', viewer), chat.page)
  },
})

type Refused = { input?: Record<string, unknown>; problem?: Problem }

const kindIn = (asked: unknown): CardKind => cardKinds.find((kind) => kind === asked) ?? 'product'

/** Where a card is made: a page, or its form for a script. */
const showForm = (
  c: Ask,
  web: WebContext,
  { person, row }: { person: Staff; row: ConversationRow },
  { input = {}, problem }: Refused = {},
) => {
  const look = c.get('look')
  const typed = Object.entries(input).filter(([, value]) => typeof value === 'string')
  const props = {
    ...{ language: look.language, conversation: row.id, me: person.id },
    is: kindIn(problem ? input.is : c.req.query('is')),
    ...{
      clientId: web.desk.clock.id(),
      values: Object.fromEntries(typed) as Record<string, string>,
    },
    ...(problem
      ? { problem: { says: sentenceFor(problem, look.language), field: problem.field } }
      : {}),
  }
  if (isHtmx(c) && !problem) return page(c, CardMaker(props))
  const content = CardPage({ ...look, ...props, reader: person })
  return problem ? answerProblem(c, problem, content) : page(c, content)
}

const showCards = route({
  ...{ method: 'GET', path: workbench.cards(':id'), permission: 'workbench.use', asks: 'say' },
  passing: true,
  show: async (c, web) => {
    const person = staff(c)
    const row = await find(web.desk, person, c.req.param('id') ?? '')
    if (isProblem(row)) return answerProblem(c, row)
    return may.say(person, row)
      ? showForm(c, web, { person, row })
      : answerProblem(c, refusal(person, row))
  },
})

const sendInConversation = route({
  ...{ method: 'POST', path: workbench.cards(':id'), permission: 'workbench.use', asks: 'say' },
  form: cardForm,
  streams: true,
  find: (c) => ({ person: staff(c), id: c.req.param('id') ?? '' }),
  run: async ({ c, web, input, subject: { person, id } }) => {
    const row = await find(web.desk, person, id)
    if (isProblem(row)) return row
    if (!may.write(person)) return refusal(person, row)
    const from = { address: c.get('address')() }
    return isMultipart(c)
      ? sendParts(c, web, (parts) => sendCardWithImage(web.desk, person, row, parts, from))
      : sendCard(web.desk, person, row, input, from)
  },
  made: ({ c, web, subject: { person, id } }, said) => {
    const to = workbench.conversation(id, listBefore(c))
    return answerSaid(c, web.reads, said, readerOf(c, 'desk', person.id), to)
  },
  refused: async ({ c, web, input, subject: { person, id } }, problem) => {
    const row = wantsPage(c) ? await find(web.desk, person, id) : problem
    return isProblem(row)
      ? answerProblem(c, problem)
      : showForm(c, web, { person, row }, { input: c.get('input') ?? input, problem })
  },
})

export const cardRoutes: readonly Route[] = [sendInChat, showCards, sendInConversation]
