import { type SQL, sql } from 'drizzle-orm'
import type { QueryContext } from '../../query-context'
import type { Candidates } from '../../word-index'

type Stretch = Pick<Candidates, 'from' | 'until'>

/** The documents of one word in a stretch, newest first: a walk along the primary key. */
const docsOf = (word: string, { from, until }: Stretch, upTo: SQL): SQL =>
  sql`select doc from search_words
    where word = ${word} and doc >= ${from} and doc < ${until} order by doc desc limit ${upTo}`

/** A row for each of some words, asked for at once: how many documents it has, up to so many, and the last of them. */
export const weighed = async (
  { db }: Pick<QueryContext, 'db'>,
  words: readonly string[],
  stretch: Stretch,
  rows: number,
): Promise<{ word: string; n: number; down: number }[]> => {
  const each = words.map(
    (word, nth) =>
      sql`select ${nth} nth, count(*) n, coalesce(min(doc), 0) down
        from (${docsOf(word, stretch, sql`${rows}`)}) as docs`,
  )
  const found = await db
    .select({ nth: sql<number>`nth`, n: sql<number>`n`, down: sql<number>`down` })
    .from(sql`(${sql.join(each, sql` union all `)}) as words`)
  return found.map(({ nth, n, down }) => ({
    ...{ word: words[Number(nth)] ?? '', n: Number(n), down: Number(down) },
  }))
}
