import { and, asc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { COUNTED, type Conversations } from '../ports/conversations'
import type { QueryContext } from '../query-context'
import type { SummaryTables } from '../tables/summaries'

/** Figures of departments, and who holds what in them. */
export const figuresOver = ({
  db,
  tables: { conversations, departments },
}: QueryContext<SummaryTables>): Pick<Conversations, 'figures' | 'inHands'> => {
  const { id, department, visitorName, state, agent, offeredTo, open, snoozed, slaSoon } =
    conversations
  const asked = sql.placeholder('department')
  // As far as they are counted, and no further: each looks at so many entries of an index at most.
  const upTo = (which?: SQL) => {
    const where = and(eq(department, asked), which)
    const limit = sql.raw(String(COUNTED + 1))
    const some = sql`select ${id} from ${conversations} where ${where} limit ${limit}`
    return sql`(select count(*) from (${some}) as counted)`.mapWith(Number)
  }
  const one = db
    .select({
      department: departments.id,
      team: upTo(and(eq(state, 'active'), eq(snoozed, false))),
      due: upTo(lte(slaSoon, sql.placeholder('now'))),
      closed: upTo(eq(open, false)),
      all: upTo(),
    })
    .from(departments)
    .where(eq(departments.id, asked))
    .prepare()
  return {
    figures: async (wanted, now) =>
      (await Promise.all(wanted.map((each) => one.execute({ department: each, now })))).flat(),
    inHands: async (wanted, limit) =>
      wanted.length === 0
        ? []
        : db
            .select({ id, department, visitorName, state, agent, offeredTo })
            .from(conversations)
            .where(and(inArray(department, [...wanted]), inArray(state, ['active', 'offered'])))
            .orderBy(asc(conversations.waitingSince), asc(id))
            .limit(limit),
  }
}
