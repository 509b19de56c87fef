import { desc, lt } from 'drizzle-orm'
import type { Audit } from '../ports/audit'
import type { QueryContext } from '../query-context'
import { insertInto } from '../statements'
import type { AuditTables } from '../tables/audit'

export const auditOver = ({ db, tables, write }: QueryContext<AuditTables>): Audit => {
  const { audit } = tables
  const insert = insertInto(audit)
  return {
    add: async (row) => {
      await write([insert(row)])
    },
    newest: async (limit, before) => {
      const rows = await db
        .select()
        .from(audit)
        .where(before === undefined ? undefined : lt(audit.id, before))
        .orderBy(desc(audit.id))
        .limit(limit)
      return rows.map((row) => ({ ...row, detail: row.detail ?? {} }))
    },
  }
}
