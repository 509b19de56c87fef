import type { Staff } from '../../../actors/people'
import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { find } from '../../commands/conversations/access'
import { noHandlers } from '../../live/socket'
import { answerProblem } from '../answer'
import { type Ask, readerOf, type WebContext } from '../context'
import { staffOf } from '../gate/identify'
import { staff } from '../person'
import { route } from '../route'
import { hears, type Over, openStream, seenBy } from '../stream'
import { listOf } from './before'

const openFeed = async (c: Ask, web: WebContext, over: Over): Promise<Response> => {
  const { desk, feeds } = web
  const person = staff(c)
  // A page that has only a stream asks so, now and then, to say that it is still there.
  if (c.req.method === 'HEAD') feeds.heartbeat(person.id)
  const why = c.req.query('why')
  const id = why ?? c.req.query('conversation')
  const row = id ? await find(desk, person, id) : null
  if (isProblem(row)) return answerProblem(c, row)
  const reader = readerOf(c, 'desk', person.id)
  const token = c.get('sessionToken')
  const session = {
    staff: person,
    check: async () => (await staffOf(desk, token)) as Staff | null,
  }
  const seenHere = {
    reader,
    list: listOf(c),
    selected: row?.id ?? null,
    room: row && seenBy(c, row.id, reader),
    ...(why ? { why } : {}),
  }
  const heard = row && !why ? hears(desk, person, row.id) : noHandlers
  return openStream(c, web, over, heard, (pipe, caller) =>
    feeds.workbench(session, seenHere, pipe, caller),
  )
}

const live = { method: 'GET', permission: 'workbench.use', live: true } as const

export const workbenchFeed = route({
  ...live,
  path: paths.workbench.feedBase,
  show: (c, web) => openFeed(c, web, 'sse'),
})

export const workbenchSocket = route({
  ...live,
  path: paths.workbench.socketBase,
  show: (c, web) => openFeed(c, web, 'socket'),
})
