import { and, count, desc, eq, gte, lt, min } from 'drizzle-orm'
import type { QueryContext } from '../../query-context'
import type { SearchTables } from '../../tables/search'
import type { Candidates, Group } from '../../word-index'

/** Documents of a word that are looked at, to see how many it has. */
const WEIGHED = 2_000

type Weight = { words: Group; n: number; down: number }

/**
 * The groups of a question, that first which has the fewest documents: all it has, or where each has
 * more than are counted, that of which as many go the furthest back. None where one has no document.
 */
export const sparsestFirstOver =
  ({ db, tables: { searchWords } }: QueryContext<SearchTables>) =>
  async (ask: Candidates): Promise<readonly Group[]> => {
    const { groups, from, until } = ask
    const { word, doc } = searchWords
    const weigh = async (one: string) => {
      const some = db
        .select({ doc })
        .from(searchWords)
        .where(and(eq(word, one), gte(doc, from), lt(doc, until)))
        .orderBy(desc(doc))
        .limit(WEIGHED)
        .as('some')
      const [row] = await db.select({ n: count(), down: min(some.doc) }).from(some)
      return { n: row?.n ?? 0, down: row?.down ?? 0 }
    }
    if (groups.length < 2) return groups
    const weighed = await Promise.all(
      groups.map(async (words): Promise<Weight> => {
        const weights = await Promise.all(words.map(weigh))
        const n = weights.reduce((sum, one) => sum + one.n, 0)
        return { words, n, down: Math.max(...weights.map(({ down }) => down)) }
      }),
    )
    if (weighed.some(({ n }) => n === 0)) return []
    return weighed.sort(bySparseness).map(({ words }) => words)
  }

const bySparseness = (a: Weight, b: Weight): number =>
  a.n >= WEIGHED && b.n >= WEIGHED ? a.down - b.down : a.n - b.n
