import { and, asc, eq, gt, lt, lte, min, or } from 'drizzle-orm'
import type { HeldFor, Scheduled } from '../ports/scheduled'
import type { QueryContext } from '../query-context'
import { insertInto } from '../statements'
import type { UnsentTables } from '../tables/unsent'
import { deleteBatch } from './delete-batch'

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
    hold: async ({ conversation, clientId, lease = '' }, why, now) => {
      const isOurs = or(isFree(now), eq(scheduled.lease, lease))
      await db
        .update(scheduled)
        .set({ held: why, leasedUntil: 0 })
        .where(and(one(conversation, clientId), isOurs))
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
    forget: (before) =>
      deleteBatch(
        { db },
        scheduled,
        scheduled.conversation,
        and(gt(scheduled.held, ''), lt(scheduled.dueAt, before)),
      ),
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
  const columns = tablesColumns(scheduled)
  const { conversation, clientId } = scheduled
  const goes = eq(scheduled.held, '')
  return {
    take: async (now, until) => {
      const due = and(goes, lte(scheduled.dueAt, now), lte(scheduled.leasedUntil, now))
      const lease = clock.id()
      // Of those that are there at once some node takes each; who comes late looks at the next.
      for (;;) {
        const [first] = await db
          .select({ conversation, clientId })
          .from(scheduled)
          .where(due)
          .orderBy(asc(scheduled.dueAt), asc(clientId))
          .limit(1)
        if (!first) return undefined
        const one = and(eq(conversation, first.conversation), eq(clientId, first.clientId))
        await db.update(scheduled).set({ lease, leasedUntil: until }).where(and(one, due))
        const [taken] = await db
          .select(columns)
          .from(scheduled)
          .where(and(one, eq(scheduled.lease, lease)))
        if (taken) return asMessage(taken)
      }
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
