import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import { type Entry, isTalk } from '../../actors/entry'
import type { ContextOf } from '../../actors/registry'
import type { Clock } from '../clock'
import type { Letter } from '../store/ports/letters'
import type { Store } from '../store/store'

/** How long an answer is not seen before its visitor counts as gone, ms. */
export const GONE_MS = 5 * 60_000
/** How long after one letter of a conversation comes the next at the earliest, ms. */
export const APART_MS = 15 * 60_000
/** An answer that is older brings no letter any more, ms: those that told of it may be gone by then. */
export const LATE_MS = 7 * 86_400_000
/** Messages that one letter brings. */
export const LETTER_MESSAGES = 10
/** Lines that are read to find them: of very many the first. */
const MOST_LINES = 500

type Parts = { store: Pick<Store, 'letters' | 'transcripts' | 'turns' | 'visitors'>; clock: Clock }

/** What somebody of the desk said to the visitor, as it is now. */
const isAnswer = ({ by, body, changes }: Entry): boolean =>
  by === 'agent' && changes === null && isTalk(body)

export type UnseenAnswers = { context: ContextOf<'conversation'>; answers: Entry[] }

/** Answers after a line, which their visitor has not seen until now. */
export const unseenAnswers = async (
  { store }: Parts,
  conversation: string,
  after: number,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<UnseenAnswers | undefined> => {
  const stored = await store.turns.load(addressOf('conversation', conversation))
  const context = contextIn('conversation', stored?.snapshot)
  if (!context) return undefined
  const from = Math.max(after, context.seenByVisitor)
  const lines = await store.transcripts.after(conversation, from, MOST_LINES)
  return { context, answers: lines.filter((line) => isAnswer(line) && line.seq <= upTo) }
}

/**
 * Writes the letter that a conversation is due, if it is due one. Answers when to look again, ms
 * UTC; undefined when not before somebody says something.
 */
export const writeLetter = async (
  parts: Parts,
  conversation: string,
): Promise<number | undefined> => {
  const { store, clock } = parts
  const last = await store.letters.lastOf(conversation)
  if (last?.state === 'due') return clock.now() + APART_MS
  const found = await unseenAnswers(parts, conversation, last?.upTo ?? 0)
  const now = clock.now()
  const answers = found?.answers.filter(({ at }) => at >= now - LATE_MS) ?? []
  const [first, newest] = [answers[0], answers.at(-1)]
  if (!found || !first || !newest) return undefined
  const visitor = await store.visitors.find(found.context.visitor)
  if (!visitor?.email) return undefined
  const dueAt = Math.max(first.at + GONE_MS, last ? last.at + APART_MS : 0)
  if (dueAt > now) return dueAt
  const letter: Letter = {
    ...{ id: clock.id(), conversation, nth: (last?.nth ?? 0) + 1 },
    ...{ after: first.seq - 1, upTo: newest.seq, at: now },
    ...{ state: 'due', dueAt: now, tries: 0, problem: '' },
  }
  await store.letters.write(letter)
  return undefined
}
