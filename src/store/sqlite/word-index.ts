import { and, desc, sql } from 'drizzle-orm'
import type { WordIndexOver } from '../query-context'
import type { Candidates, Group } from '../word-index'

/** Rows that it goes through in the time of one that another database looks up. */
const ROWS_FOR_A_LOOKUP = 5

/** FTS5: documents are its rows, which it gives back newest first without reading the others. */
export const wordIndexOver: WordIndexOver = ({ db, tables: { searchWords }, write }) => {
  const row = sql<number>`rowid`
  const add = { sql: 'insert into search_words (rowid, word) values (?, ?)' }
  const remove = { sql: 'delete from search_words where rowid = ?' }
  const matching = async (
    words: string,
    {
      from,
      until,
      limit,
      offset = 0,
    }: Omit<Candidates, 'groups' | 'without'> & { offset?: number },
  ): Promise<number[]> => {
    const rows = await db
      .select({ doc: row })
      .from(searchWords)
      .where(and(sql`search_words match ${words}`, sql`rowid >= ${from}`, sql`rowid < ${until}`))
      .orderBy(desc(row))
      .limit(limit)
      .offset(offset)
    return rows.map(({ doc }) => doc)
  }
  /**
   * Down to which document is looked, where words may hardly meet: none of them has more than so
   * many until there. Null where one of them has fewer in all.
   */
  const bottomOf = async ({ groups, without, lookups, ...ask }: Candidates) => {
    if (groups.length + without.length < 2) return null
    let bottom = 0
    for (const words of groups) {
      const offset = lookups * ROWS_FOR_A_LOOKUP - 1
      const [last] = await matching(anyOf(words), { ...ask, lookups, limit: 1, offset })
      if (last === undefined) return null
      bottom = Math.max(bottom, last)
    }
    return bottom
  }
  const learn = { sql: 'insert or ignore into search_terms select value from json_each(?)' }
  const clear = { sql: `insert into search_words (search_words) values ('delete-all')` }
  return {
    // It forgets a row without being told its words.
    kept: () => '',
    add: (id, words) => [{ statement: add, values: [id, words.join(' ')] }],
    remove: (id) => [{ statement: remove, values: [id] }],
    learn: (words) =>
      words.length === 0 ? [] : [{ statement: learn, values: [JSON.stringify(words)] }],
    candidates: async (ask) => {
      const bottom = await bottomOf(ask)
      const docs = await matching(expression(ask), { ...ask, from: bottom ?? ask.from })
      return { docs, next: (docs.length < ask.limit ? bottom : docs.at(-1)) ?? null }
    },
    clear: async () => {
      await write([{ statement: clear, values: [] }])
      return false
    },
  }
}

/** In the language of FTS5. Words have no quotes in them. */
const expression = ({ groups, without }: Pick<Candidates, 'groups' | 'without'>): string =>
  [groups.map(anyOf).join(' AND '), ...without.map(quoted)].join(' NOT ')

const anyOf = (words: Group): string => `(${words.map(quoted).join(' OR ')})`

const quoted = (word: string): string => `"${word}"`
