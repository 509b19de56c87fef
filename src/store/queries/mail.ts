import { and, asc, count, eq, gt, inArray, lte, min, sql } from 'drizzle-orm'
import type { MailRoom } from '../ports/mail'
import type { QueryContext } from '../query-context'

export const mailOver = ({ db, tables: { mail }, clock }: QueryContext): MailRoom => {
  const waits = eq(mail.parked, false)
  const shown = {
    id: mail.id,
    to: mail.to,
    event: mail.event,
    dueAt: mail.dueAt,
    slot: mail.slot,
  }
  const now = sql.placeholder('now')
  const due = db
    .select(shown)
    .from(mail)
    .where(and(waits, lte(mail.dueAt, now), lte(mail.leasedUntil, now)))
    .orderBy(asc(mail.dueAt), asc(mail.sent), asc(mail.id))
    .limit(sql.placeholder('limit'))
    .prepare()
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

  return {
    due: async (now, limit) =>
      (await due.execute({ now, limit })).map(({ slot, ...one }) => ({
        ...one,
        timer: slot === one.id ? null : slot,
      })),
    lease: async (ids, now, until) => {
      if (ids.length === 0) return []
      const lease = clock.id()
      await db
        .update(mail)
        .set({ lease, leasedUntil: until })
        .where(and(inArray(mail.id, [...ids]), waits, lte(mail.leasedUntil, now)))
      const got = await db
        .select({ id: mail.id })
        .from(mail)
        .where(and(inArray(mail.id, [...ids]), eq(mail.lease, lease)))
      const mine = new Set(got.map(({ id }) => id))
      return ids.filter((id) => mine.has(id))
    },
    nextDue: async (now) => {
      const [[next], [back]] = await Promise.all([
        coming.execute({ now }),
        returning.execute({ now }),
      ])
      const times = [next?.at, back?.at].filter((at) => typeof at === 'number')
      return times.length === 0 ? null : Math.min(...times)
    },
    failed: async (id, until) => {
      await db
        .update(mail)
        .set({ tries: sql`${mail.tries} + 1`, leasedUntil: until, lease: null })
        .where(eq(mail.id, id))
      const [row] = await db.select({ tries: mail.tries }).from(mail).where(eq(mail.id, id))
      return row?.tries ?? 0
    },
    setAside: async (id, problem) => {
      await db.update(mail).set({ parked: true, problem }).where(eq(mail.id, id))
    },
    setAsideCount: async () => {
      const [row] = await db.select({ n: count() }).from(mail).where(eq(mail.parked, true))
      return row?.n ?? 0
    },
    deadLetterAddresses: async (limit) => {
      const rows = await db
        .selectDistinct({ to: mail.to })
        .from(mail)
        .where(eq(mail.parked, true))
        .limit(limit)
      return rows.map(({ to }) => to)
    },
    requeueDeadLetters: async (to, tries) => {
      await db
        .update(mail)
        .set({ parked: false, tries, leasedUntil: 0, lease: null, problem: null })
        .where(and(eq(mail.parked, true), to === null ? undefined : eq(mail.to, to)))
    },
  }
}
