import { asc, inArray } from 'drizzle-orm'
import type { Agents } from '../ports/agents'
import type { QueryContext } from '../query-context'
import type { SummaryTables } from '../tables/summaries'
import { byId } from './by-id'

export const agentsOver = ({ db, tables: { agents } }: QueryContext<SummaryTables>): Agents => {
  const all = db.select().from(agents).orderBy(asc(agents.name)).prepare()
  return {
    all: () => all.execute(),
    find: byId(
      (ids) => db.select().from(agents).where(inArray(agents.id, ids)).prepare(),
      (rows) => [...rows],
    ),
  }
}
