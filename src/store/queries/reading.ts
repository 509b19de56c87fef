import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { QueryContext } from '../query-context'
import type { SummaryTables } from '../tables/summaries'

/** So many visitors are named one by one. */
const FEW = 500

/**
 * Which conversations have a visitor who reads a language. Of few visitors these are named; of more
 * the visitor of each conversation is looked at, of which a page then needs not many.
 */
export const readingOver =
  ({ db, tables: { conversations, visitors } }: QueryContext<SummaryTables>) =>
  async (language: string | undefined): Promise<SQL | undefined> => {
    if (language === undefined) return undefined
    const some = await db
      .select({ id: visitors.id })
      .from(visitors)
      .where(eq(visitors.language, language))
      .limit(FEW + 1)
    if (some.length > FEW)
      return sql`(select ${visitors.language} from ${visitors}
        where ${visitors.id} = ${conversations.visitor}) = ${language}`
    return inArray(
      conversations.visitor,
      some.map(({ id }) => id),
    )
  }
