import { and, asc, eq, getTableColumns, max, sql } from 'drizzle-orm'
import type { Turns } from '../ports/turns'
import type { QueryContext } from '../query-context'
import type { QueueTables } from '../tables/queue'

/** Why each agent was chosen, and when. */
export const decisionsOver = ({
  db,
  tables: { decisions },
}: QueryContext<QueueTables>): Pick<Turns, 'decisions' | 'chosenAt'> => {
  const { version: _version, nth: _nth, ...decision } = getTableColumns(decisions)
  const ofOne = eq(decisions.conversation, sql.placeholder('conversation'))
  const all = db
    .select(decision)
    .from(decisions)
    .where(ofOne)
    .orderBy(asc(decisions.ticket), asc(decisions.version), asc(decisions.nth))
    .prepare()
  const chosen = db
    .select({ at: max(decisions.at) })
    .from(decisions)
    .where(and(ofOne, eq(decisions.chosen, sql.placeholder('agent'))))
    .prepare()
  return {
    decisions: (conversation) => all.execute({ conversation }),
    chosenAt: async (conversation, agent) =>
      (await chosen.execute({ conversation, agent }))[0]?.at ?? undefined,
  }
}
