import {
  and,
  desc,
  eq,
  getTableColumns,
  getTableName,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  or,
  sql,
} from 'drizzle-orm'
import { keyset } from '../keyset'
import type { Customers } from '../ports/customers'
import type { QueryContext } from '../query-context'
import { insertInto, putInto, setIn, type WriteStep } from '../statements'
import type { CustomerTables } from '../tables/customers'
import type { VisitTables } from '../tables/visits'
import { DELETE_ROWS, deleteBatch } from './delete-batch'

type Context = QueryContext<CustomerTables & VisitTables>

export const customersOver = (base: Context): Customers => ({
  ...accountsOver(base),
  ...readSessionsOver(base),
  ...writtenSessionsOver(base),
})

type Accounts = Pick<
  Customers,
  | 'create'
  | 'renew'
  | 'byEmailKey'
  | 'byId'
  | 'page'
  | 'open'
  | 'rename'
  | 'setEmail'
  | 'replacePassword'
  | 'remove'
>

const accountsOver = (base: Context): Accounts => {
  const { db, tables, write } = base
  const { customers, customerSessions } = tables
  const { id, passwordHash: before } = customers
  const insert = insertInto(customers)
  const replacePassword = setIn(customers, { passwordHash: before }, { id, before })
  const end = endSessionsOver(base)
  const taken = { onDuplicate: [{ key: 'email_key', outcome: 'taken' as const }] }
  return {
    ...knownOver(base),
    create: (customer, emailKey) => write([insert({ ...customer, emailKey }, taken)]),
    renew: async (id, values) => {
      const isWaiting = and(eq(customers.id, id), isNull(customers.openedAt))
      await db.update(customers).set(values).where(isWaiting)
      const found = await db.select({ id: customers.id }).from(customers).where(isWaiting)
      return found.length > 0 ? 'done' : 'opened'
    },
    open: async (id, at) => {
      await db
        .update(customers)
        .set({ openedAt: at, provenAt: at })
        .where(and(eq(customers.id, id), isNull(customers.openedAt)))
    },
    rename: async (id, name) => {
      await db.update(customers).set({ name }).where(eq(customers.id, id))
    },
    setEmail: setEmailOver(base),
    replacePassword: (id, passwordHash, before, but = '') =>
      write([
        replacePassword({ id, passwordHash, before }, { onUnchanged: 'changed' }),
        ...end(id, but),
      ]),
    remove: async (id) => {
      await db.delete(customerSessions).where(eq(customerSessions.customer, id))
      await db.delete(customers).where(eq(customers.id, id))
    },
  }
}

/** Their sessions and the cookies of these, but for one, as they are when it is written. */
const endSessionsOver = ({ tables: { customerSessions, visitorTokens } }: Context) => {
  const [sessions, tokens] = [customerSessions, visitorTokens].map((table) => getTableName(table))
  const theirs = 'where customer = ? and token_hash <> ?'
  const forget = {
    sql: `delete from ${tokens} where token_hash in (select token_hash from ${sessions} ${theirs})`,
  }
  const end = { sql: `delete from ${sessions} ${theirs}` }
  return (customer: string, but: string): WriteStep[] =>
    [forget, end].map((statement) => ({ statement, values: [customer, but] }))
}

/** A proof that is none any more is one that was never given. */
const setEmailOver = ({ tables: { customers }, write }: Context): Customers['setEmail'] => {
  const { id, email, emailKey, provenAt } = customers
  const proven = setIn(customers, { email, emailKey, provenAt }, { id })
  const taken = { onDuplicate: [{ key: 'email_key', outcome: 'taken' as const }] }
  return (id, email, emailKey, provenAt) =>
    write([proven({ id, email, emailKey, provenAt }, taken)])
}

const knownOver = ({
  db,
  tables: { customers },
}: Context): Pick<Customers, 'byEmailKey' | 'byId' | 'page'> => {
  const { emailKey: _emailKey, ...customer } = getTableColumns(customers)
  const byEmailKey = db
    .select(customer)
    .from(customers)
    .where(eq(customers.emailKey, sql.placeholder('emailKey')))
    .prepare()
  const byId = db
    .select(customer)
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare()
  return {
    byEmailKey: async (emailKey) => (await byEmailKey.execute({ emailKey }))[0],
    byId: async (id) => (await byId.execute({ id }))[0],
    page: ({ beginning, descending, after }, limit) => {
      const { createdAt: by, emailKey, id } = customers
      const { where, order } = keyset({ by, id, descending, after })
      const begins =
        beginning === undefined
          ? undefined
          : and(gte(emailKey, beginning), lt(emailKey, `${beginning}\u{10FFFF}`))
      return db
        .select(customer)
        .from(customers)
        .where(and(begins, where))
        .orderBy(...order)
        .limit(limit)
    },
  }
}

const readSessionsOver = ({
  db,
  tables: { customers, customerSessions: sessions },
}: Context): Pick<Customers, 'session' | 'sessionsOf'> => {
  const { emailKey: _emailKey, ...customer } = getTableColumns(customers)
  const one = db
    .select({ customer, idleUntil: sessions.idleUntil })
    .from(sessions)
    .innerJoin(customers, eq(customers.id, sessions.customer))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('tokenHash')),
        gt(sessions.idleUntil, sql.placeholder('now')),
        gt(sessions.expiresAt, sql.placeholder('now')),
      ),
    )
    .prepare()
  return {
    session: async (tokenHash, now) => (await one.execute({ tokenHash, now }))[0],
    sessionsOf: (customer, now) => {
      const { tokenHash, createdAt, idleUntil, expiresAt, address, browser } = sessions
      return db
        .select({ tokenHash, createdAt, idleUntil, address, browser })
        .from(sessions)
        .where(and(eq(sessions.customer, customer), gt(idleUntil, now), gt(expiresAt, now)))
        .orderBy(desc(idleUntil), desc(createdAt))
    },
  }
}

type Written = Pick<Customers, 'openSession' | 'touchSession' | 'closeSessions' | 'over' | 'tidy'>

const writtenSessionsOver = (base: Context): Written => {
  const { db, tables, upsert, write } = base
  const { customers, customerSessions: sessions } = tables
  const put = putInto(upsert, sessions, [sessions.tokenHash])
  const { id, seenAt, passwordHash } = customers
  const saw = setIn(customers, { seenAt }, { id })
  const sawAs = setIn(customers, { seenAt }, { id, passwordHash })
  return {
    // The account comes first: another password and a session of the old one wait for each other.
    openSession: (tokenHash, customer, { at, idle, expires }, from, shown) => {
      const times = { createdAt: at, idleUntil: idle, expiresAt: expires }
      const seen = { id: customer, seenAt: at }
      return write([
        shown === undefined
          ? saw(seen)
          : sawAs({ ...seen, passwordHash: shown }, { onUnchanged: 'changed' }),
        put({ tokenHash, customer, ...times, ...from }),
      ])
    },
    touchSession: async (tokenHash, idle) => {
      await db.update(sessions).set({ idleUntil: idle }).where(eq(sessions.tokenHash, tokenHash))
    },
    closeSessions: async (hashes) => {
      if (hashes.length === 0) return
      await db.delete(sessions).where(inArray(sessions.tokenHash, [...hashes]))
    },
    over: async (now) => {
      const isOver = or(lte(sessions.idleUntil, now), lte(sessions.expiresAt, now))
      const hash = sessions.tokenHash
      const rows = await db.select({ hash }).from(sessions).where(isOver).limit(DELETE_ROWS)
      return rows.map((row) => row.hash)
    },
    tidy: (unopenedBefore) => {
      const unopened = and(isNull(customers.openedAt), lt(customers.createdAt, unopenedBefore))
      return deleteBatch(base, customers, customers.id, unopened)
    },
  }
}
