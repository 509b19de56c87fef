import { and, count, eq, lte, min } from 'drizzle-orm'
import type { Vitals } from '../ports/vitals'
import type { QueryContext } from '../query-context'
import type { ActorTables } from '../tables/actors'
import type { LetterTables } from '../tables/letters'
import type { SummaryTables } from '../tables/summaries'

type Tables = ActorTables & LetterTables & SummaryTables

export const vitalsOver = ({
  db,
  tables: { conversations, mail, letters },
}: QueryContext<Tables>): Vitals => ({
  open: async () => {
    const { state, open } = conversations
    const rows = await db
      .select({ state, count: count() })
      .from(conversations)
      .where(eq(open, true))
      .groupBy(state)
    return Object.fromEntries(rows.map((row) => [row.state, row.count]))
  },
  mailDue: async (now) => {
    const { parked, dueAt } = mail
    const [row] = await db
      .select({ count: count(), since: min(dueAt) })
      .from(mail)
      .where(and(eq(parked, false), lte(dueAt, now)))
    return { count: row?.count ?? 0, since: row?.since ?? null }
  },
  letters: async (now) => {
    const { state, dueAt } = letters
    const [[due], [dead]] = await Promise.all([
      db
        .select({ count: count(), since: min(dueAt) })
        .from(letters)
        .where(and(eq(state, 'due'), lte(dueAt, now))),
      db.select({ count: count() }).from(letters).where(eq(state, 'dead')),
    ])
    return { count: due?.count ?? 0, since: due?.since ?? null, dead: dead?.count ?? 0 }
  },
})
