import type { Staff, Visitor } from '../../actors/people'
import { seen } from '../commands/conversations/seen'
import { typing } from '../commands/conversations/typing'
import type { Desk } from '../commands/desk'
import type { ConversationSeen } from '../feeds/conversation'
import type { Caller } from '../feeds/feeds'
import type { Pipe } from '../live/pipe'
import { type ClientHandlers, SocketPipe } from '../live/socket'
import { SsePipe } from '../live/sse'
import type { Reader } from '../reads/entries'
import { isHtmx } from './answer'
import type { Ask, WebContext } from './context'
import { isPrefetch } from './gate/prefetch'
import { secureStream } from './headers'
import { TAB } from './presence-form'
import { cursorOf } from './query'
import { answerBusy, upgrade } from './upgrade'

export type Over = 'sse' | 'socket'
export type Follow = (pipe: Pipe, caller: Caller) => void

/** Opens a feed over whichever connection was asked for. */
export const openStream = (
  c: Ask,
  web: WebContext,
  over: Over,
  heard: ClientHandlers,
  follow: Follow,
): Response => {
  if (c.req.method === 'HEAD') return c.body(null, 200)
  const caller = {
    ...{ address: c.get('address')(), isAsked: !isPrefetch(c.req.raw) },
    // Our pages answer each heartbeat of their stream; a program that only reads one promises nothing.
    answers: over === 'socket' || isHtmx(c),
    tab: over === 'sse' ? tabOf(c) : undefined,
  }
  if (!web.feeds.admits(caller)) return answerBusy(c)
  const followed = <P extends Pipe>(pipe: P): P => {
    follow(pipe, caller)
    return pipe
  }
  return over === 'sse'
    ? followed(new SsePipe()).response(secureStream(c))
    : upgrade(c, web, () => followed(new SocketPipe(heard)))
}

/** What the page calls itself that opens a stream; a program need not say. */
const tabOf = (c: Ask): string | undefined => {
  const tab = c.req.query('tab')
  return tab !== undefined && TAB.test(tab) ? tab : undefined
}

export const seenBy = (c: Ask, conversation: string, reader: Reader): ConversationSeen => ({
  conversation,
  after: cursorOf(c),
  reader,
})

/** What a page says on its socket. What fails is lost, as anything said here may be. */
export const hears = (desk: Desk, person: Visitor | Staff, id: string): ClientHandlers => {
  const lose = (problem: unknown) => desk.log.debug('a socket was not heard', { problem })
  return {
    typing: (what) => {
      const [keys, isInside] = what === 'noting' ? (['typing', true] as const) : [what, false]
      typing(desk, person, id, keys, isInside).catch(lose)
    },
    seen: (upTo) => void seen(desk, person, id, upTo).catch(lose),
  }
}
