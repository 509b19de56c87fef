import { and, asc, eq, getTableColumns, gt, inArray, max, sql } from 'drizzle-orm'
import { batchQuery } from '../batch-query'
import type { Turns } from '../ports/turns'
import type { QueryContext } from '../query-context'
import { stepsOf } from '../turn-steps'
import { Damaged } from '../unavailable'
import { readsOver } from './reads'

export const turnsOver = (base: QueryContext): Turns => {
  const { db, tables, statements, write } = base
  const { actors, journal, decisions } = tables
  const { version: _version, nth: _nth, ...decision } = getTableColumns(decisions)
  const load = db
    .select({ version: actors.version, snapshot: actors.snapshot })
    .from(actors)
    .where(eq(actors.address, sql.placeholder('address')))
    .prepare()
  const ofOne = eq(decisions.conversation, sql.placeholder('conversation'))
  const all = db
    .select(decision)
    .from(decisions)
    .where(ofOne)
    .orderBy(asc(decisions.at), asc(decisions.version), asc(decisions.nth))
    .prepare()
  const chosen = db
    .select({ at: max(decisions.at) })
    .from(decisions)
    .where(and(ofOne, eq(decisions.chosen, sql.placeholder('agent'))))
    .prepare()
  const versions = batchQuery(['address'], (slots) =>
    db
      .select({ address: actors.address, version: actors.version })
      .from(actors)
      .where(
        inArray(
          actors.address,
          slots.map(({ address }) => address),
        ),
      )
      .prepare(),
  )
  return {
    load: async (address) => {
      const [kept] = await load.execute({ address })
      if (!kept) return undefined
      const { version, snapshot } = kept
      if (!snapshot) throw new Damaged(`The snapshot of ${address} cannot be read`)
      return { version, snapshot }
    },
    reads: readsOver(base),
    commit: (turn, consumes) => write(stepsOf(statements, turn, consumes)),
    journal: (address, after, limit) =>
      db
        .select()
        .from(journal)
        .where(and(eq(journal.address, address), gt(journal.version, after)))
        .orderBy(asc(journal.version))
        .limit(limit),
    addresses: async (after, limit) => {
      const rows = await db
        .select({ address: actors.address })
        .from(actors)
        .where(sql`${actors.address} > ${after}`)
        .orderBy(asc(actors.address))
        .limit(limit)
      return rows.map(({ address }) => address)
    },
    decisions: (conversation) => all.execute({ conversation }),
    chosenAt: async (conversation, agent) =>
      (await chosen.execute({ conversation, agent }))[0]?.at ?? undefined,
    versions: async (addresses) => {
      const rows = await versions(addresses.map((address) => ({ address })))
      return new Map(rows.map(({ address, version }) => [address, version]))
    },
  }
}
