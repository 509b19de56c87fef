import type { Book } from './book'
import { Connection, postRequest } from './http'
import type { MessagesJob } from './job'
import { openSocketIo } from './socket-io'
import { entriesIn, openStream } from './stream'

/** How a message is posted over one wire; answers whether it was taken. */
export type Talks = {
  post(visitor: number, id: string): Promise<boolean>
  end(): void
}

export const text = 'Where is my parcel? It was due on Tuesday and nobody rang my bell.'
const body = encodeURIComponent(text)
const OPENING = 64

/** Connects every reader and enough posters; readers are numbered over all conversations. */
export const openTalks = async (job: MessagesJob, book: Book): Promise<Talks> => {
  if (job.wire === 'socket.io') return openSocketIo(job, book)
  const streams = await openAll(
    job.visitors.flatMap((cookie) => Array.from({ length: job.readers }, () => cookie)),
    (cookie, reader) =>
      openStream(job.readPort, '/chat/feed?after=0', cookie, {
        event: (event) => entriesIn(event, (id, seq) => book.arrived(reader, id, seq)),
      }),
  )
  const free = await openAll(Array.from({ length: job.inFlight }), () =>
    Connection.open(job.postPort),
  )
  const posters = [...free]
  const poster = async () => {
    for (let known = free.pop(); known; known = free.pop()) if (known.isOpen) return known
    const opened = await Connection.open(job.postPort)
    posters.push(opened)
    return opened
  }
  return {
    async post(visitor, id) {
      const connection = await poster()
      const form = `text=${body}&client_id=${id}`
      const cookie = job.visitors[visitor] ?? ''
      const { status } = await connection.send(
        postRequest(job.postPort, '/chat/messages', cookie, form),
      )
      free.push(connection)
      return status >= 200 && status < 400
    },
    end: () => {
      for (const one of [...streams, ...posters]) one.end()
    },
  }
}

/** Opens many, some at a time. */
export const openAll = async <T, R>(
  items: readonly T[],
  open: (item: T, nth: number) => Promise<R>,
): Promise<R[]> => {
  const opened: R[] = []
  for (let from = 0; from < items.length; from += OPENING) {
    const some = items.slice(from, from + OPENING)
    opened.push(...(await Promise.all(some.map((item, nth) => open(item, from + nth)))))
  }
  return opened
}
