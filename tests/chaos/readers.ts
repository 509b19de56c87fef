import type { Chance } from './chance'
import type { Screen } from './history'
import type { Node } from './nodes'
import { openScreen } from './screen'

/** No byte for so long, though the desk's heart beats every 15 s: the stream is dead. */
const WATCHDOG = 20_000
const CONNECT = 1_500

export type Reader = { stop(): Promise<Screen>; size(): number; cursor(): number }

export type Follow = Pick<Screen, 'reader' | 'conversation' | 'audience'> & {
  cookie: string
  /** Path of the feed after a cursor. */
  feed: (after: number) => string
}

/**
 * Follows a conversation as the pages do: its own cursor is the newest entry on its screen; when
 * a stream ends, another node is asked for what comes after it.
 */
export const follow = (about: Follow, nodes: readonly Node[], chance: Chance): Reader =>
  followFrom(about, nodes, chance, async (_url, screen) => screen.cursor())

/** `from` says where each new stream begins. */
export const followFrom = (
  about: Follow,
  nodes: readonly Node[],
  chance: Chance,
  from: (url: string, screen: ReturnType<typeof openScreen>) => Promise<number>,
): Reader => {
  const screen = openScreen(about)
  const stopped = new AbortController()
  const read = async () => {
    while (!stopped.signal.aborted) {
      const { url } = chance.pick(nodes)
      try {
        const after = await from(url, screen)
        await readStream(
          `${url}${about.feed(after)}`,
          about.cookie,
          after,
          stopped.signal,
          (event) => {
            if (event.name === 'hb') answer(about, url)
            else if (event.name === 'open') screen.opened()
            else if (event.name === 'resync') screen.clear()
            else screen.show(event.data)
          },
        )
      } catch {
        // The node is gone, stopped, or has no database: the next one may do.
      }
      if (!stopped.signal.aborted) await Bun.sleep(chance.between(50, 200))
    }
  }
  const reading = read()
  return {
    size: screen.size,
    cursor: screen.cursor,
    stop: async () => {
      stopped.abort()
      await reading
      return screen.done()
    },
  }
}

/** An agent's page says that somebody is there: that its stream is open says nothing. */
const answer = ({ audience, cookie }: Follow, url: string): void => {
  if (audience !== 'desk') return
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }
  fetch(`${url}/workbench/feed`, { method: 'HEAD', headers }).catch(() => {})
}

export type SseEvent = { name: string; data: string }

/** Reads one stream to its end. Rejects when it does not open; `open` is the first thing heard. */
const readStream = async (
  url: string,
  cookie: string,
  after: number,
  stopped: AbortSignal,
  hear: (event: SseEvent) => void,
): Promise<void> => {
  const own = new AbortController()
  const stop = () => own.abort()
  stopped.addEventListener('abort', stop, { once: true })
  let late = setTimeout(stop, CONNECT)
  try {
    const response = await fetch(url, {
      headers: {
        ...{ Cookie: cookie, Accept: 'text/event-stream', 'Sec-Fetch-Site': 'same-origin' },
        ...(after > 0 ? { 'Last-Event-ID': `${after}` } : {}),
      },
      redirect: 'manual',
      signal: own.signal,
    })
    if (response.status !== 200 || !response.body) throw new Error(`no stream: ${response.status}`)
    hear({ name: 'open', data: '' })
    const parse = eventParser(hear)
    const text = new TextDecoder()
    for await (const bytes of response.body) {
      clearTimeout(late)
      late = setTimeout(stop, WATCHDOG)
      parse(text.decode(bytes, { stream: true }))
    }
  } catch (problem) {
    // A stream that was open and broke is a stream that ended.
    if (own.signal.aborted && stopped.aborted) return
    throw problem
  } finally {
    clearTimeout(late)
    stopped.removeEventListener('abort', stop)
  }
}

const eventParser = (hear: (event: SseEvent) => void) => {
  let text = ''
  return (part: string) => {
    text += part
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      hear(eventOf(text.slice(0, end)))
      text = text.slice(end + 2)
    }
  }
}

const eventOf = (block: string): SseEvent => {
  const lines = block.split('\n')
  const values = (field: string) =>
    lines
      .filter((line) => line.startsWith(`${field}:`))
      .map((line) => line.slice(field.length + 1).trimStart())
  return { name: values('event')[0] ?? 'message', data: values('data').join('\n') }
}
