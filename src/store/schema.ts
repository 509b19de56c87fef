import type { Columns } from './columns'
import { actorTables } from './schema/actors'
import { summaryTables } from './schema/lists'
import { accountTables, nodeTables } from './schema/people'
import { departmentTables, transcriptTables } from './schema/talk'

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
