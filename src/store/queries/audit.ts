import { desc, lt } from 'drizzle-orm'
import type { AuditRow } from '../../../actors/audit'
import type { Audit } from '../ports/audit'
import type { QueryContext } from '../query-context'
import { insertInto, type WriteStep } from '../statements'
import type { AuditTables } from '../tables/audit'

/** What the audit is told beside a write, in its transaction; nothing where it is told nothing. */
export const tellingInto = ({ audit }: AuditTables) => {
  const insert = insertInto(audit)
  return (told: AuditRow | undefined): WriteStep<never>[] => (told ? [insert(told)] : [])
}

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
