import { and, desc, sql } from 'drizzle-orm'
import type { WordIndexOver } from '../query-context'
import type { Candidates } from '../word-index'

/** FTS5: documents are its rows, which it gives back newest first without reading the others. */
export const wordIndexOver: WordIndexOver = ({ db, tables: { searchWords }, write }) => {
  const row = sql<number>`rowid`
  const add = { sql: 'insert into search_words (rowid, word) values (?, ?)' }
  const remove = { sql: 'delete from search_words where rowid = ?' }
  const learn = { sql: 'insert or ignore into search_terms select value from json_each(?)' }
  const clear = { sql: `insert into search_words (search_words) values ('delete-all')` }
  return {
    // It forgets a row without being told its words.
    kept: () => '',
    add: (id, words) => [{ statement: add, values: [id, words.join(' ')] }],
    remove: (id) => [{ statement: remove, values: [id] }],
    learn: (words) =>
      words.length === 0 ? [] : [{ statement: learn, values: [JSON.stringify(words)] }],
    candidates: async ({ from, until, limit, ...asked }) => {
      const match = sql`search_words match ${expression(asked)}`
      const rows = await db
        .select({ doc: row })
        .from(searchWords)
        .where(and(match, sql`rowid >= ${from}`, sql`rowid < ${until}`))
        .orderBy(desc(row))
        .limit(limit)
      const docs = rows.map(({ doc }) => doc)
      return { docs, next: docs.length < limit ? null : (docs.at(-1) ?? null) }
    },
    clear: async () => {
      await write([{ statement: clear, values: [] }])
      return false
    },
  }
}

/** In the language of FTS5. Words have no quotes in them. */
const expression = ({ groups, without }: Pick<Candidates, 'groups' | 'without'>): string => {
  const all = groups.map((words) => `(${words.map(quoted).join(' OR ')})`)
  return [all.join(' AND '), ...without.map(quoted)].join(' NOT ')
}

const quoted = (word: string): string => `"${word}"`
