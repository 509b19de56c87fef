import { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { hashToken } from '../../commands/tokens'
import { noHandlers } from '../../live/socket'
import { answerProblem } from '../answer'
import { type Ask, readerOf, type WebContext } from '../context'
import { visitor } from '../person'
import { route } from '../route'
import { hears, type Over, openStream, seenBy } from '../stream'

const openFeed = async (c: Ask, web: WebContext, over: Over): Promise<Response> => {
  const { desk, feeds } = web
  const person = visitor(c)
  // From the lists, not from the actor: who only looks leaves no snapshot in memory.
  const row = person ? await desk.store.visitors.find(person.id) : undefined
  const id = row?.conversation
  // A page of an earlier one would mix up two.
  const isNamed = id === (c.req.query('conversation') ?? id)
  if (!id || !person || !isNamed) return answerProblem(c, new Problem('missing', 'missing'))
  const hash = hashToken(c.get('visitorToken') ?? '')
  const stands = async () => (await desk.store.visits.visitorOf(hash)) === person.id
  return openStream(c, web, over, hears(desk, person, id), (pipe, caller) => {
    const seen = seenBy(c, id, readerOf(c, 'visitor', person.id))
    feeds.visitor(person, seen, pipe, { ...caller, stands })
  })
}

const live = { method: 'GET', permission: 'visitor', live: true } as const

export const chatFeed = route({
  ...live,
  path: paths.chat.feedBase,
  show: (c, web) => openFeed(c, web, 'sse'),
})

export const chatSocket = route({
  ...live,
  path: paths.chat.socketBase,
  show: (c, web) => openFeed(c, web, 'socket'),
})

/** The form before a chat, for whoever has it before them. */
export const startFeed = route({
  ...{ method: 'GET', path: paths.chat.outlook, permission: 'anyone', live: true },
  show: (c, web) => {
    const token = c.get('visitorToken')
    const id = hashToken(token ?? c.get('address')())
    const language = c.get('edition')
    const { zone } = c.get('look')
    const reader = { id, language, zone, ...(token === undefined ? {} : { token: id }) }
    return openStream(c, web, 'sse', noHandlers, (pipe, caller) =>
      web.feeds.start(reader, pipe, caller),
    )
  },
})
