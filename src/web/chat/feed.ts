import { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { answerProblem } from '../answer'
import { type Ask, readerOf, type Site } from '../context'
import { visitor } from '../person'
import { route } from '../route'
import { hears, type Over, openStream, seenBy } from '../stream'

const follow = async (c: Ask, site: Site, over: Over): Promise<Response> => {
  const { desk, feeds } = site
  const person = visitor(c)
  // From the lists, not from the actor: who only looks leaves no snapshot in memory.
  const row = person ? await desk.store.inbox.visitor(person.id) : undefined
  const id = row?.conversation
  if (!id || !person) return answerProblem(c, new Problem('missing', 'missing'))
  return openStream(c, site, over, hears(desk, person, id), (pipe, caller) =>
    feeds.visitor(person, seenBy(c, id, readerOf(c, 'visitor', person.id)), pipe, caller),
  )
}

const live = { method: 'GET', permission: 'visitor', live: true } as const

export const chatFeed = route({
  ...live,
  path: paths.chat.feedBase,
  show: (c, site) => follow(c, site, 'sse'),
})

export const chatSocket = route({
  ...live,
  path: paths.chat.socketBase,
  show: (c, site) => follow(c, site, 'socket'),
})
