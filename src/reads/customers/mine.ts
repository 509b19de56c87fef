import type { Visitor } from '../../../actors/people'
import { isOver } from '../../../actors/summary'
import type { MineLine } from '../../../views/customers/mine'
import type { ClosedKey, InboxRow } from '../../store/ports/conversations'
import type { Reads } from '../reads'

/** Conversations on one page. */
const PAGE_LINES = 20

type Mine = { lines: MineLine[]; next: ClosedKey | null }

/** A customer's conversations, those that began last first, and where the next of them are. */
export const readMine = async (
  { store }: Pick<Reads, 'store'>,
  { id }: Visitor,
  until: ClosedKey | undefined,
): Promise<Mine> => {
  const [rows, visitor] = await Promise.all([
    store.conversations.matching({ visitor: id }, until, PAGE_LINES + 1),
    store.visitors.find(id),
  ])
  const shown = rows.slice(0, PAGE_LINES)
  const last = rows.length > PAGE_LINES ? shown.at(-1) : undefined
  return {
    lines: shown.map((row) => ({
      ...aboutOf(row, visitor?.conversation ?? null),
      preview: row.preview,
      ...(row.previewFile ? { previewFile: row.previewFile } : {}),
    })),
    next: last ? { at: last.openedAt, id: last.id } : null,
  }
}

/** What a line says of a conversation, whatever it was found by. */
export const aboutOf = (
  row: Pick<InboxRow, 'id' | 'openedAt' | 'closedAt' | 'agentName' | 'stars' | 'state'>,
  current: string | null,
) => ({
  ...{ id: row.id, at: row.closedAt ?? row.openedAt, agentName: row.agentName, stars: row.stars },
  ...{ isOpen: !isOver(row), isCurrent: row.id === current },
})

/** Conversations in which a browser may hold words that were not sent: the newest of theirs. */
const MOST_TALKS = 200

/** Which conversations of theirs a browser may keep words of. */
export const talksOf = async (
  { store }: Pick<Reads, 'store'>,
  { id }: Visitor,
): Promise<string[]> =>
  (await store.conversations.matching({ visitor: id }, undefined, MOST_TALKS)).map((row) => row.id)
