import { and, asc, eq, gt, lt, lte, min, or } from 'drizzle-orm'
import type { HeldFor, Scheduled, ScheduledMessage } from '../ports/scheduled'
import type { QueryContext } from '../query-context'
import { insertInto, type Upsert, type WriteStep } from '../statements'
import type { UnsentTables } from '../tables/unsent'
import { deleteBatch } from './delete-batch'

export const scheduledOver = (base: QueryContext<UnsentTables>): Scheduled => {
  const { db, tables, write, clock, upsert } = base
  const { scheduled } = tables
  const { lease: _lease, leasedUntil: _until, ...columns } = tablesColumns(scheduled)
  const insert = insertInto(scheduled)
  const draft = draftOver(upsert)
  const one = (conversation: string, clientId: string) =>
    and(eq(scheduled.conversation, conversation), eq(scheduled.clientId, clientId))
  const isFree = (now: number) => lte(scheduled.leasedUntil, now)
  const messages = () => db.select(columns).from(scheduled)
  const find: Scheduled['find'] = async (conversation, clientId) =>
    asMessage((await messages().where(one(conversation, clientId)))[0])
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
    change: (message, due, now) => write([changeStep(message, due, now)]),
    cancel: (conversation, clientId, agent, now) => {
      const key = [conversation, clientId]
      return write([
        { statement: takeFree, values: [clock.id(), ...key, now], onUnchanged: 'gone' as const },
        { statement: draft, values: [agent, now, ...key] },
        { statement: remove, values: key },
      ])
    },
    forget: (before) =>
      deleteBatch(
        { db },
        scheduled,
        scheduled.conversation,
        and(gt(scheduled.held, ''), lt(scheduled.dueAt, before)),
      ),
  }
}

const ONE = '`conversation` = ? and `client_id` = ?'
const changeFree = {
  sql: `update \`scheduled\` set \`agent\` = ?, \`name\` = ?, \`text\` = ?, \`due_at\` = ?, \`seq\` = ?, \`held\` = ''
    where ${ONE} and \`due_at\` = ? and \`leased_until\` <= ?`,
}
/** Whoever does the same at once waits here, and finds nothing then. */
const takeFree = {
  sql: `update \`scheduled\` set \`lease\` = ? where ${ONE} and \`leased_until\` <= ?`,
}
const draftOver = (upsert: Upsert) => {
  const both = `concat(\`drafts\`.\`text\`, '\n\n', ${upsert.incoming('`text`')})`
  const sets = [`\`text\` = ${both}`, `\`at\` = ${upsert.incoming('`at`')}`]
  const came = `select ?, \`conversation\`, \`text\`, ? from \`scheduled\` where ${ONE}`
  return {
    sql: `insert into \`drafts\` (\`agent\`, \`conversation\`, \`text\`, \`at\`) ${came}
      ${upsert.tail(['`agent`', '`conversation`'], sets)}`,
  }
}
const remove = { sql: `delete from \`scheduled\` where ${ONE}` }

const changeStep = (
  { agent, name, text, dueAt, seq, conversation, clientId }: Omit<ScheduledMessage, 'held'>,
  due: number,
  now: number,
): WriteStep<'gone'> => ({
  statement: changeFree,
  values: [agent, name, text, dueAt, seq, conversation, clientId, due, now],
  onUnchanged: 'gone',
})

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
