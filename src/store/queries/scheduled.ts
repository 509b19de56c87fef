import { and, asc, eq, gt, lte, min } from 'drizzle-orm'
import type { HeldFor, Scheduled } from '../ports/scheduled'
import type { QueryContext } from '../query-context'
import { insertInto } from '../statements'
import type { UnsentTables } from '../tables/unsent'

export const scheduledOver = (base: QueryContext<UnsentTables>): Scheduled => {
  const { db, tables, write } = base
  const { scheduled } = tables
  const { lease: _lease, leasedUntil: _until, ...columns } = tablesColumns(scheduled)
  const insert = insertInto(scheduled)
  const one = (conversation: string, clientId: string) =>
    and(eq(scheduled.conversation, conversation), eq(scheduled.clientId, clientId))
  const isFree = (now: number) => lte(scheduled.leasedUntil, now)
  const messages = () => db.select(columns).from(scheduled)
  const find: Scheduled['find'] = async (conversation, clientId) =>
    asMessage((await messages().where(one(conversation, clientId)))[0])
  const cancel: Scheduled['cancel'] = async (conversation, clientId, now) => {
    if (!(await find(conversation, clientId))) return false
    await db.delete(scheduled).where(and(one(conversation, clientId), isFree(now)))
    return !(await find(conversation, clientId))
  }
  return {
    add: (message) =>
      write([
        insert(
          { ...message, lease: '', leasedUntil: 0 },
          { onDuplicate: [{ key: '', outcome: 'taken' }] },
        ),
      ]),
    find,
    of: async (conversation) =>
      (
        await messages()
          .where(eq(scheduled.conversation, conversation))
          .orderBy(asc(scheduled.dueAt), asc(scheduled.clientId))
      ).flatMap((row) => asMessage(row) ?? []),
    ...dueOver(base),
    hold: async (conversation, clientId, why) => {
      await db
        .update(scheduled)
        .set({ held: why, leasedUntil: 0 })
        .where(one(conversation, clientId))
    },
    sent: async (conversation, clientId) => {
      await db.delete(scheduled).where(one(conversation, clientId))
    },
    change: async ({ conversation, clientId, text, dueAt, seq }, now) => {
      await db
        .update(scheduled)
        .set({ text, dueAt, seq, held: '' })
        .where(and(one(conversation, clientId), isFree(now)))
      const after = await find(conversation, clientId)
      return after?.text === text && after.dueAt === dueAt && after.held === ''
    },
    cancel,
  }
}

const tablesColumns = (scheduled: UnsentTables['scheduled']) => {
  const { conversation, clientId, agent, name, text } = scheduled
  const { answers, dueAt, seq, held, lease, leasedUntil } = scheduled
  return {
    ...{ conversation, clientId, agent, name, text, answers },
    ...{ dueAt, seq, held, lease, leasedUntil },
  }
}

const asMessage = <Row extends { held: string }>(row: Row | undefined) =>
  row && { ...row, held: row.held as HeldFor | '' }

/** What is due, and who has it in hand. */
const dueOver = ({
  db,
  tables: { scheduled },
  clock,
}: QueryContext<UnsentTables>): Pick<Scheduled, 'take' | 'nextDue'> => {
  const { lease: _lease, leasedUntil: _until, ...columns } = tablesColumns(scheduled)
  const goes = eq(scheduled.held, '')
  return {
    take: async (now, until, limit) => {
      const due = and(goes, lte(scheduled.dueAt, now), lte(scheduled.leasedUntil, now))
      const some = await db
        .select(columns)
        .from(scheduled)
        .where(due)
        .orderBy(asc(scheduled.dueAt), asc(scheduled.clientId))
        .limit(limit)
      const lease = clock.id()
      for (const { conversation, clientId } of some)
        await db
          .update(scheduled)
          .set({ lease, leasedUntil: until })
          .where(
            and(eq(scheduled.conversation, conversation), eq(scheduled.clientId, clientId), due),
          )
      if (some.length === 0) return []
      const mine = await db
        .select(columns)
        .from(scheduled)
        .where(and(goes, eq(scheduled.lease, lease)))
        .orderBy(asc(scheduled.dueAt), asc(scheduled.clientId))
      return mine.flatMap((row) => asMessage(row) ?? [])
    },
    nextDue: async (now) => {
      const [[coming], [back]] = await Promise.all([
        db
          .select({ at: min(scheduled.dueAt) })
          .from(scheduled)
          .where(and(goes, lte(scheduled.leasedUntil, now))),
        db
          .select({ at: min(scheduled.leasedUntil) })
          .from(scheduled)
          .where(and(goes, gt(scheduled.leasedUntil, now))),
      ])
      const times = [coming?.at, back?.at].filter((at) => typeof at === 'number')
      return times.length === 0 ? null : Math.min(...times)
    },
  }
}
