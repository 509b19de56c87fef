import { paths } from '../../../views/paths'
import type { Clock } from '../../clock'
import { type Book, marksIn, type Reader } from './book'
import { openStream, type Stream } from './stream'

/** What all of them work with. */
export type Scene = {
  port: number
  clock: Clock
  book: Book
  /** Which talk is whose, by the number of its visitor. */
  talks: Map<number, string>
  /** Whether no more is begun. */
  isOver: () => boolean
}

/** Between two messages of a visitor, and before an agent answers, ms; evenly spread around it. */
const PAUSE_MS = 12_000
const THINK_MS = 2_000
/** After a stream that ended, ms. */
const AGAIN_MS = 500

const ordinary = 'and some more words, as people write them'

const spreadMs = ({ clock }: Scene, ms: number) => ms * (0.5 + clock.chance())

const post = (scene: Scene, path: string, form: Record<string, string>, cookie: string) =>
  fetch(`http://127.0.0.1:${scene.port}${path}`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(form) },
    headers: { 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json', Cookie: cookie },
  })

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .join('; ')

/** Writes something, and books what became of it. */
const write = async (
  scene: Scene,
  { to, mark, path, cookie }: { to: Reader; mark: string; path: string; cookie: string },
) => {
  scene.book.sent(mark, to)
  const form = { text: `${mark} ${ordinary}`, client_id: scene.clock.id() }
  const answer = await post(scene, path, form, cookie).catch(() => undefined)
  if (answer && answer.status < 400) scene.book.acked(mark)
  else scene.book.refused(mark)
  return answer
}

/** `part` is the part of what comes that is looked at. */
type Followed = { path: string; cookie: string; part?: (html: string) => string }

/** Rows of those that are with somebody: who waits is shown to all who could get them. */
const activeRows = (html: string): string =>
  (html.match(/<li id="c-[^"]+" class="row" data-state="active"[\s\S]*?<\/li>/g) ?? []).join('')

/** Keeps a stream open, and begins it anew when it ends. */
const keepOpen = async (
  scene: Scene,
  { path, cookie, part = (html) => html }: Followed,
  hear: (mark: string) => void,
): Promise<{ end(): void }> => {
  let stream: Stream | undefined
  let ended = false
  const open = async () => {
    const heard = (text: string) => {
      for (const mark of marksIn(part(text))) hear(mark)
    }
    const over = () => {
      if (!ended) scene.clock.after(AGAIN_MS, () => void open().catch(() => {}))
    }
    stream = await openStream({ port: scene.port, path, cookie }, { hear: heard, over })
  }
  await open()
  return {
    end() {
      ended = true
      stream?.end()
    },
  }
}

/** Somebody who asks, waits for the answer, and asks again. */
export const beVisitor = async (scene: Scene, nth: number): Promise<{ end(): void }> => {
  const marked = (n: number) => `~ask-${nth}-${n}~`
  const began = await write(scene, {
    ...{ to: 'list', mark: marked(0), path: paths.chat.page, cookie: '' },
  })
  if (!began?.ok) return { end: () => {} }
  const cookie = cookieOf(began)
  scene.talks.set(nth, ((await began.json()) as { conversation: string }).conversation)
  let n = 0
  const ask = async () => {
    if (scene.isOver()) return
    n += 1
    await write(scene, { to: 'agent', mark: marked(n), path: paths.chat.messages, cookie })
  }
  return keepOpen(scene, { path: paths.chat.feed(0), cookie }, (mark) => {
    const isAnswer = mark.startsWith(`~say-${nth}-`) && scene.book.seen(mark)
    if (isAnswer) scene.clock.after(spreadMs(scene, PAUSE_MS), () => void ask())
  })
}

/** Somebody who answers whatever comes to them. */
export const beAgent = async (
  scene: Scene,
  { email, password }: { email: string; password: string },
): Promise<{ end(): void }> => {
  const cookie = cookieOf(await post(scene, paths.session.signIn, { email, password }, ''))
  const answer = async (visitor: number, n: number) => {
    const id = scene.talks.get(visitor)
    if (id === undefined || scene.isOver()) return
    const path = paths.workbench.messages(id)
    await write(scene, { to: 'visitor', mark: `~say-${visitor}-${n}~`, path, cookie })
  }
  const streams: { end(): void }[] = []
  const read = (followed: Omit<Followed, 'cookie'>) =>
    keepOpen(scene, { ...followed, cookie }, (mark) => {
      const [, visitor, n] = /^~ask-(\d+)-(\d+)~$/.exec(mark) ?? []
      if (visitor === undefined || !scene.book.seen(mark)) return
      // Who gets a talk opens it, and reads on in there.
      if (n === '0') void open(Number(visitor)).catch(() => {})
      const laterMs = spreadMs(scene, THINK_MS)
      scene.clock.after(laterMs, () => void answer(Number(visitor), Number(n)))
    })
  const open = async (visitor: number) => {
    const id = scene.talks.get(visitor)
    if (id !== undefined) streams.push(await read({ path: paths.workbench.feed(id, 0) }))
  }
  streams.push(await read({ path: paths.workbench.feed(null, 0), part: activeRows }))
  await post(scene, paths.workbench.status, { status: 'ready' }, cookie)
  return {
    end() {
      for (const stream of streams) stream.end()
    },
  }
}
