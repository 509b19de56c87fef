import { and, asc, desc, eq, gt, gte, lt, lte, type SQL } from 'drizzle-orm'
import { merged } from '../keyset-parts'
import type { Letter, LetterAsk, Letters } from '../ports/letters'
import type { QueryContext } from '../query-context'
import { insertInto, putInto, removeFrom, setIn } from '../statements'
import type { AuditTables } from '../tables/audit'
import { type LetterTables, letterIndexes } from '../tables/letters'
import { indexOf, isWalked } from '../walk'
import { tellingInto } from './audit'
import { deleteBatch } from './delete-batch'

const ifChanged = { onUnchanged: 'changed' as const }

export const lettersOver = (context: QueryContext<LetterTables & AuditTables>): Letters => {
  const { db, tables, write, through } = context
  const { letters } = tables
  const tell = tellingInto(tables)
  const insert = insertInto(letters)
  const { state, dueAt, tries, problem, address, subject, id } = letters
  const became = { state, dueAt, tries, problem, address, subject }
  const settleSent = setIn(letters, became, { id })
  const settleDue = setIn(letters, became, { id, was: state })
  const turn = setIn(letters, { state, dueAt, tries, problem }, { id, was: state })
  return {
    lastOf: async (thread) =>
      (
        await db
          .select()
          .from(letters)
          .where(eq(letters.thread, thread))
          .orderBy(desc(letters.nth))
          .limit(1)
      )[0],
    write: async (letter, told) => {
      const taken = { outcome: 'taken' as const }
      const keys = ['PRIMARY', 'conversation'].map((key) => ({ key, ...taken }))
      return (await write([insert(letter, { onDuplicate: keys }), ...tell(told)])) === 'done'
    },
    find: async (one) => (await db.select().from(letters).where(eq(id, one)))[0],
    due: (now, limit) =>
      db
        .select()
        .from(letters)
        .where(and(eq(state, 'due'), lte(dueAt, now)))
        .orderBy(asc(dueAt))
        .limit(limit),
    settle: async (letter) => {
      // One that went has gone, whatever was done to its row meanwhile.
      await write([
        letter.state === 'sent' ? settleSent(letter) : settleDue({ ...letter, was: 'due' }),
      ])
    },
    page: async (ask, limit) => {
      const { oldestFirst, after: last } = ask
      const after = last && { by: last.at, id: last.id }
      const order = { descending: !oldestFirst, limit }
      const from = through(letters, indexOf(letterIndexes, ask))
      const found = isWalked({
        ...{ from, id, by: letters.at, which: wanted(letters, ask), after },
        ...order,
      })
      return merged([await db.select().from(letters).where(found)], ({ at }) => at, order)
    },
    resume: async (letter, now, told) => {
      const again: Letter = { ...letter, state: 'due', dueAt: now, tries: 0, problem: '' }
      const step = turn({ ...again, was: letter.state }, ifChanged)
      return (await write([step, ...tell(told)])) === 'done'
    },
    drop: async (letter, told) => {
      const step = turn({ ...letter, state: 'dropped', was: 'due' }, ifChanged)
      return (await write([step, ...tell(told)])) === 'done'
    },
    forget: (before) => deleteBatch({ db }, letters, id, lt(letters.at, before)),
    ...unsubscribedOver(context),
  }
}

type Unsubscribed = Pick<Letters, 'unsubscribe' | 'subscribe' | 'isUnsubscribed'>

/** Addresses that want no mail about answers. */
const unsubscribedOver = (context: QueryContext<LetterTables>): Unsubscribed => {
  const { db, tables, write, upsert } = context
  const { unsubscribed } = tables
  const put = putInto(upsert, unsubscribed, [unsubscribed.address])
  const remove = removeFrom(unsubscribed, { address: unsubscribed.address })
  return {
    unsubscribe: async (hash, at) => {
      await write([put({ address: hash, at })])
    },
    subscribe: async (hash) => {
      await write([remove({ address: hash })])
    },
    isUnsubscribed: async (hash) =>
      (await db.select().from(unsubscribed).where(eq(unsubscribed.address, hash))).length > 0,
  }
}

const wanted = (letters: LetterTables['letters'], ask: LetterAsk): SQL | undefined => {
  const { stage, kind, address, since, before } = ask
  const isDue = stage === 'queued' || stage === 'retrying'
  return and(
    stage === undefined ? undefined : eq(letters.state, isDue ? 'due' : stage),
    isDue ? (stage === 'queued' ? eq(letters.tries, 0) : gt(letters.tries, 0)) : undefined,
    kind === undefined ? undefined : eq(letters.kind, kind),
    address === undefined ? undefined : eq(letters.address, address),
    since === undefined ? undefined : gte(letters.at, since),
    before === undefined ? undefined : lt(letters.at, before),
  )
}
