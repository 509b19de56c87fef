import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { AuditedAct, AuditRow } from '../../../actors/audit'
import { merged } from '../keyset-parts'
import type { Audit, AuditAsk } from '../ports/audit'
import type { QueryContext } from '../query-context'
import { insertInto, setIn, type WriteStep } from '../statements'
import { type AuditTables, auditIndexes } from '../tables/audit'
import { indexOf, isWalked } from '../walk'

/** What the audit is told beside a write, in its transaction; nothing where it is told nothing. */
export const tellingInto = ({ audit }: AuditTables) => {
  const insert = insertInto(audit)
  return (told: AuditRow | undefined): WriteStep<never>[] => (told ? [insert(told)] : [])
}

export const auditOver = (base: QueryContext<AuditTables>): Audit => {
  const { db, tables, write, through } = base
  const { audit } = tables
  const insert = insertInto(audit)
  return {
    add: async (row) => {
      await write([insert(row)])
    },
    newest: async (limit, before) => {
      const rows = await db
        .select(columnsOf(audit))
        .from(audit)
        .where(before === undefined ? undefined : lt(audit.id, before))
        .orderBy(desc(audit.id))
        .limit(limit)
      return rows.map(shown)
    },
    page: async ({ after, oldestFirst, ...ask }, limit) => {
      const found = isWalked({
        ...{ from: through(audit, indexOf(auditIndexes, ask)), id: audit.id, by: audit.at },
        ...{ which: wanted(audit, ask), descending: !oldestFirst, after, limit },
      })
      const rows = await db.select().from(audit).where(found)
      return merged([rows.map(shown)], ({ at }) => at, { descending: !oldestFirst, limit })
    },
    actors: async () => {
      // The newest time of each is the end of a stretch of the index: no more of it is read for that.
      const newest = db
        .select({ actor: audit.actor, at: sql<number>`max(${audit.at})`.as('newest') })
        .from(audit)
        .groupBy(audit.actor)
        .as('newest')
      const rows = await db
        .select({ id: audit.actor, name: audit.actorName })
        .from(audit)
        .innerJoin(newest, and(eq(audit.actor, newest.actor), eq(audit.at, newest.at)))
        .orderBy(audit.actorName)
      // Some did several things in one millisecond.
      return [...new Map(rows.map((row) => [row.id, row])).values()]
    },
    ...chainOver(base),
  }
}

/** The name of the one chain that there is. */
const CHAIN = 'audit'

type Chain = Pick<Audit, 'head' | 'unsealed' | 'countUnsealed' | 'seal' | 'chain'>

/** The chain of all acts, and what is not in it yet. */
const chainOver = ({ db, tables, write }: QueryContext<AuditTables>): Chain => {
  const { audit, auditHeads } = tables
  const { id, seq, prev, hash, salt } = audit
  const place = setIn(audit, { seq, prev, hash, salt }, { id })
  const first = insertInto(auditHeads)
  return {
    head: async () => {
      const [head] = await db.select().from(auditHeads).where(eq(auditHeads.name, CHAIN))
      return head ? { seq: head.seq, hash: head.hash, at: head.at } : null
    },
    unsealed: async (limit) => {
      const rows = await db
        .select(columnsOf(audit))
        .from(audit)
        .where(isNull(seq))
        .orderBy(asc(id))
        .limit(limit)
      return rows.map(shown)
    },
    countUnsealed: async () => {
      const [all] = await db.select({ n: count() }).from(audit).where(isNull(seq))
      return all?.n ?? 0
    },
    seal: (acts, { from, to }) => {
      const move: WriteStep<'stale'> = from
        ? {
            statement: moveHead,
            values: [to.seq, to.hash, to.at, CHAIN, from.seq, from.hash],
            ...{ onUnchanged: 'stale', onCollision: 'stale' },
          }
        : first({ name: CHAIN, ...to }, { onDuplicate: [{ key: '', outcome: 'stale' }] })
      return write([move, ...acts.map((act) => place(act))])
    },
    chain: async (limit, after) => {
      const rows = await db
        .select()
        .from(audit)
        .where(after === undefined ? isNotNull(seq) : gt(seq, after))
        .orderBy(asc(seq))
        .limit(limit)
      return rows.map(shown)
    },
  }
}

/** Who comes second waits for the first here, and finds another head then. */
const moveHead = {
  sql: `update \`audit_heads\` set \`seq\` = ?, \`hash\` = ?, \`at\` = ?
    where \`name\` = ? and \`seq\` = ? and \`hash\` = ?`,
}

/** All of an act but its place in the chain. */
const columnsOf = (audit: AuditTables['audit']) => {
  const { id, at, actor, actorName, act, object, detail, address, browser } = audit
  return { id, at, actor, actorName, act, object, detail, address, browser }
}

const shown = <Row extends { detail: AuditRow['detail'] | null }>(row: Row) => ({
  ...row,
  detail: row.detail ?? {},
})

type Wanted = Omit<AuditAsk, 'after' | 'oldestFirst'>

const wanted = ({ act, actor, object, at }: AuditTables['audit'], ask: Wanted): SQL | undefined =>
  and(
    ask.act === undefined ? undefined : eq(act, ask.act as AuditedAct),
    ask.actor === undefined ? undefined : eq(actor, ask.actor),
    ask.object === undefined ? undefined : eq(object, ask.object),
    ask.since === undefined ? undefined : gte(at, ask.since),
    ask.before === undefined ? undefined : lt(at, ask.before),
  )
