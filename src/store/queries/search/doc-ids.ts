import { inArray } from 'drizzle-orm'
import type { SearchDocument } from '../../../../actors/search/document'
import type { QueryContext } from '../../query-context'
import type { SearchTables } from '../../tables/search'

/** Documents of one millisecond. */
export const PER_MS = 1024

/** The first document of a time, ms UTC, that there could be. */
export const firstDocAt = (at: number): number => at * PER_MS

export type Line = SearchDocument & { conversation: string }

/**
 * Ids of documents: those that were written later have greater ones, so that the newest are found
 * first. Within a millisecond the place says nothing, and another is taken where there is one already.
 */
export const docIdsOver = ({ db, tables: { searchDocs } }: QueryContext<SearchTables>) => {
  /** Which of these ids other lines have. */
  const taken = async (lines: readonly (Line & { id: number })[]): Promise<Set<number>> => {
    const rows = await db
      .select({
        id: searchDocs.id,
        conversation: searchDocs.conversation,
        seq: searchDocs.seq,
      })
      .from(searchDocs)
      .where(
        inArray(
          searchDocs.id,
          lines.map(({ id }) => id),
        ),
      )
    const own = new Map(lines.map(({ id, conversation, seq }) => [id, `${conversation} ${seq}`]))
    const others = rows.filter(
      ({ id, conversation, seq }) => own.get(id) !== `${conversation} ${seq}`,
    )
    return new Set(others.map(({ id }) => id))
  }

  return async (lines: readonly Line[]) => {
    let open = lines.map((line) => ({ ...line, id: firstDocAt(line.at) + placeOf(line) }))
    const given = new Map<number, Line & { id: number }>()
    while (open.length > 0) {
      const others = await taken(open)
      const next: typeof open = []
      for (const line of open) {
        if (others.has(line.id) || given.has(line.id)) next.push({ ...line, id: nextId(line.id) })
        else given.set(line.id, line)
      }
      open = next
    }
    return [...given.values()]
  }
}

const nextId = (id: number): number => (id % PER_MS === PER_MS - 1 ? id - PER_MS + 1 : id + 1)

/** Spread over the millisecond, so that hardly two fall on one. */
const placeOf = ({ conversation, seq }: Line): number => {
  let hash = seq
  for (let n = 0; n < conversation.length; n++)
    hash = (Math.imul(hash, 31) + conversation.charCodeAt(n)) | 0
  return (hash >>> 0) % PER_MS
}
