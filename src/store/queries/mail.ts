import { and, count, eq, sql } from 'drizzle-orm'
import type { MailRoom } from '../ports/mail'
import type { QueryContext } from '../query-context'
import type { ActorTables } from '../tables/actors'
import { dueMailOver } from './due-mail'

export const mailOver = (base: QueryContext<ActorTables>): MailRoom => ({
  ...dueMailOver(base),
  ...failedMailOver(base),
})

type FailedMail = Omit<MailRoom, keyof ReturnType<typeof dueMailOver>>

/** What could not be delivered, up to the mail that was set aside. */
const failedMailOver = ({ db, tables: { mail } }: QueryContext<ActorTables>): FailedMail => {
  const setAside = eq(mail.parked, true)
  return {
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
      const [row] = await db.select({ n: count() }).from(mail).where(setAside)
      return row?.n ?? 0
    },
    deadLetterAddresses: async (limit) => {
      const rows = await db.selectDistinct({ to: mail.to }).from(mail).where(setAside).limit(limit)
      return rows.map(({ to }) => to)
    },
    requeueDeadLetters: async (to, tries) => {
      await db
        .update(mail)
        .set({ parked: false, tries, leasedUntil: 0, lease: null, problem: null })
        .where(and(setAside, to === null ? undefined : eq(mail.to, to)))
    },
  }
}
