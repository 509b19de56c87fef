import { type Entry, isTalk, noticeOf } from '../entry'
import type { ConversationContext as Context, Rule } from './context'
import type { Of } from './events'
import type { ImportedLines } from './imported-event'

/** As it was, and seen by both: nobody is owed an answer, and none is mailed. */
export const bringIn: Rule<Of<'imported'>> = (_context, event) => {
  const { visitor, visitorName, department, departmentName, timings, agent, agentName } = event
  const { memory, beside, lines, openedAt, closedAt, wasOpen } = event
  return {
    context: {
      ...{ visitor, visitorName, department, departmentName, timings, agent, agentName },
      ...{ openedAt, closedAt, ticket: 1, since: openedAt },
      endedByMove: wasOpen ? closedAt : null,
      ...{ ...memory, snooze: null },
      ...beside,
      ...lines,
      seenByAgent: lines.lastSeq,
      seenByVisitor: lines.lastSeq,
    },
  }
}

type Line = Pick<Entry, 'seq' | 'clientId' | 'by' | 'author' | 'at' | 'text' | 'body' | 'changes'>

/** What the lines of a conversation say of it, in their order. */
export const saidByLines = (entries: readonly Line[]): ImportedLines => {
  const last = entries.at(-1)
  const talk = entries.filter(({ body, changes }) => isTalk(body) && changes === null)
  const moved = entries.findLast((entry) => moves(entry))
  const reopened = entries.findLast((entry) => noticeOf(entry)?.code === 'reopened')?.seq ?? 0
  const since = entries.filter(({ seq }) => seq > reopened)
  return {
    lastSeq: last?.seq ?? 0,
    lastAt: last?.at ?? 0,
    saidSeq: talk.at(-1)?.seq ?? 0,
    askedSeq: talk.findLast(({ by }) => by === 'visitor')?.seq ?? 0,
    answered: talk.some(({ by }) => by === 'agent'),
    deskWriters: writersOf(entries),
    movedSeq: moved?.seq ?? 0,
    movedAt: moved?.at ?? 0,
    endedSeq: entries.findLast((entry) => noticeOf(entry)?.code === 'closed')?.seq ?? 0,
    answersSeq: entries.find(({ body }) => body.kind === 'answers')?.seq ?? 0,
    wrapUp: wrapUpOf(since),
    rating: ratingOf(since),
  }
}

const movers = new Set(['assigned', 'requeued', 'transferred', 'closed', 'reopened'])
const moves = (entry: Line): boolean => movers.has(noticeOf(entry)?.code ?? '')

/** The two who wrote last, newest first. */
const writersOf = (entries: readonly Line[]): Context['deskWriters'] => {
  const writers: { author: string; seq: number }[] = []
  for (const { by, author, seq } of entries.toReversed()) {
    if (by !== 'agent' || author === null) continue
    if (writers.some((one) => one.author === author)) continue
    writers.push({ author, seq })
    if (writers.length === 2) break
  }
  return writers
}

const wrapUpOf = (entries: readonly Line[]): Context['wrapUp'] => {
  const filled = entries.findLast(({ body }) => body.kind === 'wrapUp')
  if (filled) return { filled: true, seq: filled.seq }
  const missed = entries.findLast((entry) => noticeOf(entry)?.code === 'notWrappedUp')
  return missed ? { filled: false, seq: missed.seq } : null
}

const ratingOf = (entries: readonly Line[]): Context['rating'] => {
  const rated = entries.findLast((entry) => noticeOf(entry)?.code === 'rated')
  const told = noticeOf(rated)
  if (!rated || told?.code !== 'rated') return null
  const { stars, remarks } = told
  const commented = rated.text !== ''
  const entry = rated.changes ?? rated.clientId
  return { stars, entry, commented, ...(remarks ? { remarks } : {}) }
}
