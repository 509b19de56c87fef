import { eq, inArray, sql } from 'drizzle-orm'
import { batchQuery } from '../batch-query'
import type { Turns } from '../ports/turns'
import type { QueryContext } from '../query-context'
import type { ActorTables } from '../tables/actors'
import { type TurnTables, turnStatementsOver } from '../turn-statements'
import { stepsOf } from '../turn-steps'
import { Damaged } from '../unavailable'
import { decisionsOver } from './decisions'
import { journalOver } from './journal'
import { readsOver } from './reads'

export const turnsOver = (base: QueryContext<TurnTables>): Turns => {
  const statements = turnStatementsOver(base.tables, base.upsert)
  return {
    ...journalOver(base),
    ...decisionsOver(base),
    ...actorsOver(base),
    reads: readsOver(base),
    commit: (turn, consumes) => base.write(stepsOf(statements, turn, consumes)),
  }
}

/** What is stored of actors. */
const actorsOver = ({
  db,
  tables: { actors },
}: QueryContext<ActorTables>): Pick<Turns, 'load' | 'versions'> => {
  const load = db
    .select({ version: actors.version, snapshot: actors.snapshot })
    .from(actors)
    .where(eq(actors.address, sql.placeholder('address')))
    .prepare()
  const versions = batchQuery(['address'], (slots) => {
    const addresses = slots.map(({ address }) => address)
    return db
      .select({ address: actors.address, version: actors.version })
      .from(actors)
      .where(inArray(actors.address, addresses))
      .prepare()
  })
  return {
    load: async (address) => {
      const [kept] = await load.execute({ address })
      if (!kept) return undefined
      const { version, snapshot } = kept
      if (!snapshot) throw new Damaged(`The snapshot of ${address} cannot be read`)
      return { version, snapshot }
    },
    versions: async (addresses) => {
      const rows = await versions(addresses.map((address) => ({ address })))
      return new Map(rows.map(({ address, version }) => [address, version]))
    },
  }
}
