import { ask, isRefusal, type Told } from './ask'
import type { Chance } from './chance'
import type { Op } from './history'
import type { Node } from './nodes'
import { conversationsOn } from './people'
import { entriesIn } from './screen'

/** What a sender shares with all others: where to send, what was sent, and whether to go on. */
export type Sending = {
  nodes: readonly Node[]
  chance: Chance
  ops: Op[]
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

const SEND = 1_000

/** Sends one message until somebody answers, each time to any node, under the same id. */
const say = async (
  sending: Sending,
  about: Pick<Op, 'conversation' | 'by' | 'text'>,
  post: (url: string, id: string) => Promise<Told>,
): Promise<Op> => {
  const op = begin(about)
  sending.ops.push(op)
  do {
    op.sends += 1
    if (op.sends > 1 && sending.nextId) op.ids.push(sending.nextId(op))
    const id = op.ids.at(-1) ?? ''
    const told = await post(sending.chance.pick(sending.nodes).url, id).catch(() => undefined)
    if (told?.status === 500) op.broken += 1
    if (told && told.status < 400) return finish(op, 'ok', seqIn(told.text, id))
    if (told && isRefusal(told.status)) {
      op.why = `${told.status} ${told.text.replace(/<[^>]*>/g, ' ').slice(0, 200)}`
      return finish(op, 'fail', null)
    }
    await Bun.sleep(sending.chance.between(30, 120))
  } while (performance.now() < sending.deadline())
  return finish(op, 'unknown', null)
}

const begin = (about: Pick<Op, 'conversation' | 'by' | 'text'>): Op => ({
  ...about,
  ids: [newId(about.by)],
  sends: 0,
  broken: 0,
  invokedAt: performance.now(),
  endedAt: null,
  outcome: 'unknown',
  seq: null,
})

const finish = (op: Op, outcome: Op['outcome'], seq: number | null): Op =>
  Object.assign(op, { outcome, seq, endedAt: performance.now() })

const seqIn = (html: string, id: string) =>
  entriesIn(html).find((entry) => entry.id === id)?.seq ?? null

/** A visitor who writes until it is over. */
export const visitorWrites = async (
  sending: Sending,
  who: { name: string; cookie: string; conversation: string },
): Promise<void> => {
  for (let nth = 1; !sending.isOver(); nth += 1) {
    const text = `${who.name} says ${nth}`
    await say(sending, { conversation: who.conversation, by: 'visitor', text }, (url, id) =>
      ask(`${url}/chat/messages`, {
        cookie: who.cookie,
        form: { text, client_id: id },
        within: SEND,
      }),
    )
    await rest(sending)
  }
}

/** An agent who answers in the conversations on their workbench until it is over. */
export const agentAnswers = async (
  sending: Sending,
  who: { name: string; cookie: string },
): Promise<void> => {
  let own: string[] = []
  for (let nth = 1; !sending.isOver(); nth += 1) {
    if (nth % 10 === 1 || own.length === 0) own = await heldBy(sending, who.cookie, own)
    if (own.length > 0) await answer(sending, who, sending.chance.pick(own), nth)
    await rest(sending)
  }
}

const answer = async (
  sending: Sending,
  who: { name: string; cookie: string },
  conversation: string,
  nth: number,
) => {
  const text = `${who.name} answers ${nth}`
  await say(sending, { conversation, by: 'agent', text }, (url, id) =>
    ask(`${url}/workbench/conversations/${conversation}/messages`, {
      cookie: who.cookie,
      form: { text, client_id: id },
      within: SEND,
    }),
  )
}

const heldBy = async ({ nodes, chance }: Sending, cookie: string, before: string[]) => {
  const page = await ask(`${chance.pick(nodes).url}/workbench`, { cookie }).catch(() => undefined)
  return page?.status === 200 ? conversationsOn(page.text) : before
}

const rest = ({ chance, pause }: Sending) => Bun.sleep(chance.between(...pause))
