import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import { type Entry, isTalk } from '../../actors/entry'
import type { ContextOf } from '../../actors/registry'
import { linesIn } from '../../actors/settings'
import type { Clock } from '../clock'
import { nextLetter } from '../commands/letters/next'
import { leftThread } from '../commands/letters/threads'
import { addressHash } from '../commands/letters/unsubscribe'
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

type Parts = {
  store: Pick<
    Store,
    'letters' | 'transcripts' | 'turns' | 'visitors' | 'conversations' | 'departments'
  >
  clock: Clock
}

/** What somebody of the desk said to the visitor, as it is now. */
const isAnswer = ({ by, body, changes }: Entry): boolean =>
  by === 'agent' && changes === null && isTalk(body)

export type UnseenAnswers = { context: ContextOf<'conversation'>; answers: Entry[] }

/** Answers after a line, which their visitor has not seen until now. */
export const unseenAnswers = async (
  { store }: Pick<Parts, 'store'>,
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
  // Most visitors leave no address: nothing else is read of theirs.
  const row = await store.conversations.row(conversation)
  const visitor = row && (await store.visitors.find(row.visitor))
  if (!visitor?.email) return undefined
  const last = await store.letters.lastOf(conversation)
  if (last?.state === 'due') return clock.now() + APART_MS
  const found = await unseenAnswers(parts, conversation, last?.upTo ?? 0)
  const now = clock.now()
  const answers = found?.answers.filter(({ at }) => at >= now - LATE_MS) ?? []
  const [first, newest] = [answers[0], answers.at(-1)]
  if (!found || !first || !newest) return undefined
  if (await store.letters.isUnsubscribed(addressHash(visitor.email))) return undefined
  const dueAt = Math.max(first.at + GONE_MS, last ? last.at + APART_MS : 0)
  if (dueAt > now) return dueAt
  const lines = { after: first.seq - 1, upTo: newest.seq }
  const about = { kind: 'answer', thread: conversation, about: conversation } as const
  await store.letters.write(nextLetter(clock, last, { ...about, ...lines }))
  return undefined
}

/**
 * Writes that a message was left, where its department has addresses for that: once each time it is
 * left, and not while somebody may come to who waits.
 */
export const writeLeft = async ({ store, clock }: Parts, conversation: string): Promise<void> => {
  const row = await store.conversations.row(conversation)
  if (row?.state !== 'left') return
  const department = await store.departments.find(row.department)
  const addresses = linesIn(department?.settings.leftTo ?? '')
  for (const [nth, address] of addresses.entries()) {
    const thread = leftThread(conversation, nth)
    const last = await store.letters.lastOf(thread)
    if (last && last.at >= row.waitingSince) continue
    const about = { kind: 'left', thread, about: conversation, address } as const
    await store.letters.write(nextLetter(clock, last, about))
  }
}
