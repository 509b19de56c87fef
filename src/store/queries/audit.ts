import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { AuditedAct, AuditRow } from '../../../actors/audit'
import { keyset } from '../keyset'
import type { Audit, AuditAsk } from '../ports/audit'
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
      return rows.map(shown)
    },
    page: async (ask, limit) => {
      const by = { by: audit.id, id: audit.id, descending: !ask.oldestFirst }
      const after = ask.after === null ? null : { by: ask.after, id: ask.after }
      const { where, order } = keyset({ ...by, after })
      const rows = await db
        .select()
        .from(audit)
        .where(and(wanted(audit, ask), where))
        .orderBy(...order)
        .limit(limit)
      return rows.map(shown)
    },
    actors: async () => {
      const newest = db
        .select({ id: sql<string>`max(${audit.id})`.as('newest') })
        .from(audit)
        .groupBy(audit.actor)
        .as('newest')
      return db
        .select({ id: audit.actor, name: audit.actorName })
        .from(audit)
        .innerJoin(newest, eq(audit.id, newest.id))
        .orderBy(audit.actorName)
    },
  }
}

const shown = <Row extends { detail: AuditRow['detail'] | null }>(row: Row) => ({
  ...row,
  detail: row.detail ?? {},
})

const wanted = ({ act, actor, object, at }: AuditTables['audit'], ask: AuditAsk): SQL | undefined =>
  and(
    ask.act === undefined ? undefined : eq(act, ask.act as AuditedAct),
    ask.actor === undefined ? undefined : eq(actor, ask.actor),
    ask.object === undefined ? undefined : eq(object, ask.object),
    ask.since === undefined ? undefined : gte(at, ask.since),
    ask.before === undefined ? undefined : lt(at, ask.before),
  )
