import { isRefusal, type Told } from './ask'
import type { Chance } from './chance'
import type { Attempt, Op, Tagged } from './history'
import type { Node } from './nodes'
import { entriesIn } from './screen'

/** What a sender shares with all others: where to send, what was sent, and whether to go on. */
export type Sending = {
  nodes: readonly Node[]
  chance: Chance
  ops: Op[]
  tagged: Tagged[]
  /** Conversations that agents leave alone. */
  apart?: readonly string[]
  /** No new message after this. */
  isOver(): boolean
  /** Until then what was begun is tried again, ms of `performance.now()`. */
  deadline: () => number
  /** Pause between two messages of one person, ms. */
  pause: readonly [from: number, to: number]
  /** A new id each time a message is sent again. Left out, it keeps its own, as it should. */
  nextId?: (op: Op) => string
}

let made = 0
/** Unlike any other of this run. */
export const newId = (who: string): string => {
  made += 1
  return `${who}-${process.pid}-${made}`.toLowerCase()
}

/** What is sent again and again, under the same id, until somebody answers. */
type Post = (url: string, id: string) => Promise<Told>

/** Sends one thing until somebody answers, each time to any node. Answers what was told in the end. */
export const attempt = async <A extends Attempt>(
  { nodes, chance, deadline }: Sending,
  made: A,
  post: (url: string) => Promise<Told>,
): Promise<Told | null> => {
  do {
    made.sends += 1
    const [{ url }, began] = [chance.pick(nodes), performance.now()]
    const told = await post(url).catch(() => undefined)
    made.tries?.push({ url, began, ms: performance.now() - began, status: told?.status ?? null })
    if (told?.status === 500) made.broken += 1
    if (told && told.status < 400) {
      made.outcome = 'ok'
      return told
    }
    if (told && isRefusal(told.status)) {
      made.why = `${told.status} ${told.text.replace(/<[^>]*>/g, ' ').slice(0, 200)}`
      made.outcome = 'fail'
      return null
    }
    await Bun.sleep(chance.between(30, 120))
  } while (performance.now() < deadline())
  return null
}

export const newAttempt = (): Attempt => ({ sends: 0, broken: 0, outcome: 'unknown', tries: [] })

type About = Pick<Op, 'conversation' | 'by' | 'text' | 'inside' | 'file'>

/** Sends one message until somebody answers, each time under the same id. */
export const say = async (sending: Sending, about: About, post: Post): Promise<Op> => {
  const op = begin(about)
  sending.ops.push(op)
  const idOf = () => {
    if (op.sends > 1 && sending.nextId) op.ids.push(sending.nextId(op))
    return op.ids.at(-1) ?? ''
  }
  const told = await attempt(sending, op, (url) => post(url, idOf()))
  if (told) op.seq = seqIn(told.text, op.ids.at(-1) ?? '')
  if (op.outcome !== 'unknown') op.endedAt = performance.now()
  return op
}

const begin = (about: About): Op => ({
  ...about,
  ids: [newId(about.by)],
  ...newAttempt(),
  invokedAt: performance.now(),
  endedAt: null,
  seq: null,
})

const seqIn = (html: string, id: string) =>
  entriesIn(html).find((entry) => entry.id === id)?.seq ?? null

/** Where somebody writes, and as whom. */
export type Writer = {
  name: string
  cookie: string
  conversation: string
  by: Op['by']
  /** The address that messages go to; what is done to one is under it, and files are beside it. */
  messages: string
}
