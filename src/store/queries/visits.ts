import { eq, inArray, lt, sql } from 'drizzle-orm'
import { batchLoader } from '../batch-loader'
import type { Visits } from '../ports/visits'
import type { QueryContext } from '../query-context'
import { putInto } from '../statements'
import type { VisitTables } from '../tables/visits'
import { deleteBatch } from './delete-batch'

/** Tokens that are looked at in one query. */
const BATCH_TOKENS = 500

export const visitsOver = ({ db, tables, upsert, write }: QueryContext<VisitTables>): Visits => {
  const { visitorTokens } = tables
  const keep = putInto(upsert, visitorTokens, [visitorTokens.tokenHash], [])
  const { tokenHash, visitor } = visitorTokens
  const known = () => db.select({ tokenHash, visitor }).from(visitorTokens)
  const one = known()
    .where(eq(tokenHash, sql.placeholder('tokenHash')))
    .prepare()
  const visitorOf = batchLoader(BATCH_TOKENS, async (hashes: readonly string[]) => {
    const rows = hashes[1]
      ? await known().where(inArray(tokenHash, [...hashes]))
      : await one.execute({ tokenHash: hashes[0] })
    const visitors = new Map(rows.map((row) => [row.tokenHash, row.visitor]))
    return hashes.map((hash) => visitors.get(hash))
  })
  return {
    remember: async (tokenHash, visitor, at) => {
      await write([keep({ tokenHash, visitor, at })])
    },
    visitorOf,
    forget: (before) =>
      deleteBatch({ db }, visitorTokens, visitorTokens.tokenHash, lt(visitorTokens.at, before)),
  }
}
