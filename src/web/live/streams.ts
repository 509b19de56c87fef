import type { Staff, Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { find } from '../../commands/conversations/access'
import { seen } from '../../commands/conversations/seen'
import { typing } from '../../commands/conversations/typing'
import type { Desk } from '../../commands/desk'
import type { Config } from '../../config'
import type { ConversationSeen } from '../../feeds/conversation'
import type { Caller, Feeds } from '../../feeds/feeds'
import type { Pipe } from '../../live/pipe'
import { type ClientHandlers, noHandlers, SocketPipe } from '../../live/socket'
import { SsePipe } from '../../live/sse'
import type { Reader } from '../../reads/entries'
import { answerProblem } from '../answer'
import { type App, type Ask, readerOf } from '../context'
import { secureStream } from '../headers'
import { staff } from '../pages/workbench'
import { staffOf } from '../request/identify'
import { cursorOf, listIn } from './cursor'
import { answerBusy, upgrade } from './upgrade'

/** The live connections: each page's feed as SSE and as a socket. */
export const streamRoutes = (app: App, desk: Desk, config: Config, feeds: Feeds) => {
  const { chat, workbench } = paths

  /** Opens a feed over whichever connection was asked for. */
  const open = (c: Ask, kind: 'sse' | 'socket', heard: ClientHandlers, follow: Follow) => {
    if (c.req.method === 'HEAD') return c.body(null, 200)
    const caller = { address: c.get('address')() }
    if (!feeds.admits(caller)) return answerBusy(c)
    const followed = <P extends Pipe>(pipe: P): P => {
      follow(pipe, caller)
      return pipe
    }
    return kind === 'sse'
      ? followed(new SsePipe()).response(secureStream(c))
      : upgrade(c, config, () => followed(new SocketPipe(heard)))
  }

  const visitor = async (c: Ask, kind: 'sse' | 'socket') => {
    const person = c.get('person') as Visitor | null
    // From the lists, not from the actor: who only looks leaves no snapshot in memory.
    const row = person ? await desk.store.inbox.visitor(person.id) : undefined
    const id = row?.conversation
    if (!id || !person) return answerProblem(c, new Problem('missing', 'missing'))
    return open(c, kind, hears(desk, person, id), (pipe, caller) =>
      feeds.visitor(person, seenBy(c, id, readerOf(c, 'visitor', person.id)), pipe, caller),
    )
  }

  const bench = async (c: Ask, kind: 'sse' | 'socket') => {
    const person = staff(c)
    // A page that has only a stream asks so, now and then, to say that it is still there.
    if (c.req.method === 'HEAD') feeds.beat(person.id)
    const id = c.req.query('conversation')
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
      list: listIn(new URL(c.req.url).searchParams),
      selected: row?.id ?? null,
      room: row && seenBy(c, row.id, reader),
    }
    return open(c, kind, row ? hears(desk, person, row.id) : noHandlers, (pipe, caller) =>
      feeds.bench(session, seenHere, pipe, caller),
    )
  }

  app.get(chat.feedBase, (c) => visitor(c, 'sse'))
  app.get(chat.socketBase, (c) => visitor(c, 'socket'))
  app.get(workbench.feedBase, (c) => bench(c, 'sse'))
  app.get(workbench.socketBase, (c) => bench(c, 'socket'))
}

type Follow = (pipe: Pipe, caller: Caller) => void

const seenBy = (c: Ask, conversation: string, reader: Reader): ConversationSeen => ({
  conversation,
  after: cursorOf(c),
  reader,
})

/** What a page says on its socket. What fails is lost, as anything said here may be. */
const hears = (desk: Desk, person: Visitor | Staff, id: string): ClientHandlers => {
  const lose = (problem: unknown) => desk.log.debug('a socket was not heard', { problem })
  return {
    typing: (what) => void typing(desk, person, id, what).catch(lose),
    seen: (upTo) => void seen(desk, person, id, upTo).catch(lose),
  }
}
