import { ask } from '../chaos/ask'
import { conversationsOn } from '../chaos/people'
import { openSocket } from './load/socket'
import type { Stream } from './load/stream'

type At = { url: string; port: number }

/** The address of the socket that a page of the workbench opens. */
export const socketOn = async ({ url }: At, path: string, cookie: string): Promise<string> => {
  const { text } = await ask(`${url}${path}`, { cookie, within: 20_000 })
  const found = /hx-ws:connect="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  if (found === undefined) throw new Error(`no socket on ${path}: ${text.slice(0, 300)}`)
  return found
}

/** What came over sockets together, and how many of them ended by themselves. */
export type Pushed = { bytes: number; closed: number }
export type Workbenches = { pushed: Pushed; end(): void }

/** Opens one conversation on each agent's workbench, beside the agent's own list, and reads on. */
export const openHolders = async (at: At, cookies: readonly string[]): Promise<Workbenches> => {
  const pushed: Pushed = { bytes: 0, closed: 0 }
  const hear = {
    frame: () => {},
    bytes: (count: number) => (pushed.bytes += count),
    closed: () => (pushed.closed += 1),
  }
  const streams: Stream[] = []
  for (const cookie of cookies) {
    const { text } = await ask(`${at.url}/workbench`, { cookie, within: 20_000 })
    const [held] = conversationsOn(text)
    if (held === undefined) throw new Error('an agent holds nothing')
    const path = await socketOn(at, `/workbench/conversations/${held}`, cookie)
    streams.push(await openSocket(at.port, path, cookie, hear))
  }
  return {
    pushed,
    end: () => {
      for (const stream of streams) stream.end()
    },
  }
}
