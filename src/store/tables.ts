import type { Columns } from './columns'
import { accountTables } from './tables/accounts'
import { actorTables } from './tables/actors'
import { transcriptTables } from './tables/entries'
import { nodeTables } from './tables/nodes'
import { departmentTables } from './tables/queue'
import { summaryTables } from './tables/summaries'

/** Every table of the desk, once; the SQL in `migrations/` is generated from it. */
export const tablesOver = (c: Columns) => ({
  ...actorTables(c),
  ...transcriptTables(c),
  ...departmentTables(c),
  ...summaryTables(c),
  ...accountTables(c),
  ...nodeTables(c),
})
export type Tables = ReturnType<typeof tablesOver>
