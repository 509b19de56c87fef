import { and, asc, eq, gt, inArray, lte, min, sql } from 'drizzle-orm'
import type { DueMail, MailRoom } from '../ports/mail'
import type { QueryContext } from '../query-context'
import type { ActorTables } from '../tables/actors'

type DueRoom = Pick<
  MailRoom,
  'due' | 'lease' | 'endLeases' | 'nextDue' | 'coming' | 'bringForward' | 'putOff'
>

/** What is due, whose it is, and when the next will be. */
export const dueMailOver = (base: QueryContext<ActorTables>): DueRoom => {
  const { db, tables } = base
  const { mail } = tables
  const now = sql.placeholder('now')
  const { id, to, event, dueAt, slot } = mail
  const columns = { id, to, event, dueAt, slot }
  const due = db
    .select(columns)
    .from(mail)
    .where(and(eq(mail.parked, false), lte(mail.dueAt, now), lte(mail.leasedUntil, now)))
    .orderBy(asc(mail.dueAt), asc(mail.sent), asc(mail.id))
    .limit(sql.placeholder('limit'))
    .prepare()
  const coming = db
    .select(columns)
    .from(mail)
    .where(
      and(eq(mail.parked, false), gt(mail.dueAt, now), gt(mail.slot, sql.placeholder('after'))),
    )
    .orderBy(asc(mail.slot))
    .limit(sql.placeholder('limit'))
    .prepare()
  return {
    due: async (now, limit) => (await due.execute({ now, limit })).map(withTimer),
    coming: async (now, after, limit) =>
      (await coming.execute({ now, after, limit })).map(withTimer),
    bringForward: async (ids, now) => {
      await db
        .update(mail)
        .set({ dueAt: now })
        .where(and(inArray(mail.id, [...ids]), gt(mail.dueAt, now)))
    },
    putOff: async (ids, now, byMs) => {
      await db
        .update(mail)
        .set({ dueAt: sql`${mail.dueAt} + ${byMs}` })
        .where(and(inArray(mail.id, [...ids]), lte(mail.dueAt, now)))
    },
    lease: leaseOver(base),
    endLeases: async (after) => {
      await db.update(mail).set({ leasedUntil: 0 }).where(gt(mail.leasedUntil, after))
    },
    nextDue: nextDueOver(base),
  }
}

const withTimer = ({ slot, ...one }: Omit<DueMail, 'timer'> & { slot: string }): DueMail => ({
  ...one,
  timer: slot === one.id ? null : slot,
})

const leaseOver =
  ({ db, tables: { mail }, clock }: QueryContext<ActorTables>): MailRoom['lease'] =>
  async (ids, now, until) => {
    if (ids.length === 0) return []
    const lease = clock.id()
    const asked = inArray(mail.id, [...ids])
    await db
      .update(mail)
      .set({ lease, leasedUntil: until })
      .where(and(asked, eq(mail.parked, false), lte(mail.leasedUntil, now)))
    const got = await db
      .select({ id: mail.id })
      .from(mail)
      .where(and(asked, eq(mail.lease, lease)))
    const mine = new Set(got.map(({ id }) => id))
    return ids.filter((id) => mine.has(id))
  }

const nextDueOver = ({ db, tables: { mail } }: QueryContext<ActorTables>): MailRoom['nextDue'] => {
  const waits = eq(mail.parked, false)
  const now = sql.placeholder('now')
  const coming = db
    .select({ at: min(mail.dueAt) })
    .from(mail)
    .where(and(waits, gt(mail.dueAt, now)))
    .prepare()
  // Mail that is due and leased comes back when its lease ends without having been consumed.
  const returning = db
    .select({ at: min(mail.leasedUntil) })
    .from(mail)
    .where(and(waits, lte(mail.dueAt, now), gt(mail.leasedUntil, now)))
    .prepare()
  return async (now) => {
    const [[next], [back]] = await Promise.all([
      coming.execute({ now }),
      returning.execute({ now }),
    ])
    const times = [next?.at, back?.at].filter((at) => typeof at === 'number')
    return times.length === 0 ? null : Math.min(...times)
  }
}
