import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import {
  ConversationsPage,
  conversationList,
  conversationPaths,
  conversationsInMenu,
} from '../../../views/office/conversations/list'
import { ConversationPage } from '../../../views/office/conversations/page'
import { visitorPaths } from '../../../views/office/visitors/list'
import { query } from '../../../views/paths/query'
import { find, newestOf } from '../../commands/conversations/access'
import { tellOpened } from '../../commands/conversations/opened'
import { tellTakenAlong } from '../../commands/conversations/take-along'
import { allows } from '../../policies/permissions'
import { readConversation } from '../../reads/office-conversation'
import {
  conversationChoices,
  readConversations,
  refusesConversations,
} from '../../reads/office-conversations'
import { answerProblem, page, wantsJson } from '../answer'
import { type Ask, readerOf, type WebContext } from '../context'
import { answerTranscript } from '../entries/transcript'
import { staff } from '../person'
import { type Route, route } from '../route'
import { answerEarlier, readTranscript } from '../transcript'
import { officeList } from './list/list'

const ID = ':id'
/** Who reads along may read what was said before, too. */
const permission = 'conversations.lookIn'

const list = officeList({
  ...{ list: conversationList, permission },
  rows: ({ desk }, person, ask, limit) => readConversations(desk.store, person, ask, limit),
  refuses: ({ desk }, person, ask) => refusesConversations(desk.store, person, ask),
  choices: ({ desk }, person) => conversationChoices(desk.store, person),
  draw: (shown, context) => ConversationsPage({ ...context, ...shown }),
})

const waysOf = (id: string) => ({
  earlier: (before: number, oldest: string | null) =>
    conversationPaths.page(id) + query({ before }) + (oldest ? `#${oldest}` : ''),
  newest: conversationPaths.page(id),
})

type Shown = { person: Staff; row: ConversationRow }

const found = async (c: Ask, { desk }: WebContext) => {
  const person = staff(c)
  const row = await find(desk, person, c.req.param('id') ?? '')
  return isProblem(row) ? row : { person, row }
}

const showOne = route({
  ...{ method: 'GET', path: conversationPaths.page(ID), permission, asks: 'watch' },
  show: async (c, web) => {
    const shown = await found(c, web)
    if (isProblem(shown)) return answerProblem(c, shown)
    const reader = readerOf(c, 'desk', shown.person.id)
    const ways = waysOf(shown.row.id)
    const earlier = await answerEarlier(c, web.reads, { id: shown.row.id, reader }, ways)
    return earlier ?? one(c, web, shown)
  },
})

const one = async (c: Ask, web: WebContext, { person, row }: Shown): Promise<Response> => {
  const { desk, reads } = web
  const details = await readConversation(desk.store, row)
  if (!details) return answerProblem(c, new Problem('missing', 'missing'))
  await tellOpened(desk, person, row)
  if (wantsJson(c)) return c.json({ ...details.line, turns: details.turns })
  const { id } = row
  const wanted = { id, newest: await newestOf(desk, id), reader: readerOf(c, 'desk', person.id) }
  const look = c.get('look')
  return page(
    c,
    ConversationPage({
      ...{
        ...look,
        ...details,
        visitorPage: allows(person, 'visitors.manage') ? visitorPaths.page(row.visitor) : null,
        seesStates: allows(person, 'office.use'),
      },
      ...(await readTranscript(c, reads, wanted, waysOf(id))),
      me: { id: person.id, name: person.name },
      ...{ menu: web.menu(person), page: conversationsInMenu },
    }),
  )
}

const takeAlong = route({
  ...{ method: 'GET', path: conversationPaths.transcript(ID), permission, asks: 'watch' },
  show: async (c, web) => {
    const shown = await found(c, web)
    if (isProblem(shown)) return answerProblem(c, shown)
    const { person, row } = shown
    const isPrinted = c.req.query('print') !== undefined
    await tellTakenAlong(
      web.desk,
      person,
      row,
      isPrinted ? 'print' : (c.req.query('format') ?? 'txt'),
    )
    const reader = { audience: 'desk', viewer: person.id, isShown: isPrinted } as const
    return answerTranscript(c, web, row.id, reader)
  },
})

/** All conversations, and one of them, in the office. */
export const conversationOfficeRoutes: readonly Route[] = [
  list.show,
  ...list.files,
  showOne,
  takeAlong,
]
