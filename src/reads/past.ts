import type { Visitor } from '../../actors/people'
import { type ConversationRow, isOver } from '../../actors/summary'
import type { PastLine } from '../../views/chat/past'
import type { Language } from '../../views/words/language'
import type { ClosedKey, InboxRow } from '../store/ports/conversations'
import type { Reads } from './reads'
import { readChat } from './visitor-status'

/** Conversations on one page. */
const PAGE_LINES = 20

/** A visitor's conversations that have ended, newest first, and where the next of them are. */
export const readPast = async (
  { store }: Pick<Reads, 'store'>,
  { id }: Visitor,
  until: ClosedKey | undefined,
): Promise<{ lines: PastLine[]; next: ClosedKey | null }> => {
  const filter = { visitor: id, open: false }
  const rows = await store.conversations.matching(filter, until, PAGE_LINES + 1)
  const shown = rows.slice(0, PAGE_LINES)
  const last = shown.at(-1)
  const isAll = rows.length <= PAGE_LINES || !last
  return {
    lines: shown.map(lineOf),
    next: isAll ? null : { at: last.closedAt ?? 0, id: last.id },
  }
}

/** Whether a visitor has any that has ended. */
export const hasPast = async ({ store }: Pick<Reads, 'store'>, { id }: Visitor): Promise<boolean> =>
  (await store.conversations.matching({ visitor: id, open: false }, undefined, 1)).length > 0

const lineOf = ({ id, closedAt, agentName, stars, ...row }: InboxRow): PastLine => ({
  ...{ id, at: closedAt ?? 0, agentName, stars, preview: row.preview },
  ...(row.previewFile ? { previewFile: row.previewFile } : {}),
})

/** What may be done with one that has ended; undefined for one that has not. */
export const readPastOne = async (
  reads: Reads,
  row: Parameters<typeof readChat>[1],
  language: Language,
) => {
  const { status } = await readChat(reads, row, language)
  return status.state === 'ended' ? status : undefined
}

/** Whether another one of theirs is open. */
export const isTalking = async (
  { store }: Pick<Reads, 'store'>,
  { id }: Visitor,
): Promise<boolean> => {
  const row = await store.visitors.find(id)
  const last: ConversationRow | undefined = row?.conversation
    ? await store.conversations.find(row.conversation)
    : undefined
  return last !== undefined && !isOver(last)
}
