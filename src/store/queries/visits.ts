import { eq, lt, sql } from 'drizzle-orm'
import type { Visits } from '../ports/visits'
import type { QueryContext } from '../query-context'
import { putInto } from '../statements'
import type { VisitTables } from '../tables/visits'
import { deleteBatch } from './delete-batch'

export const visitsOver = ({ db, tables, upsert, write }: QueryContext<VisitTables>): Visits => {
  const { visitorTokens } = tables
  const keep = putInto(upsert, visitorTokens, [visitorTokens.tokenHash], [])
  const visitorOf = db
    .select({ visitor: visitorTokens.visitor })
    .from(visitorTokens)
    .where(eq(visitorTokens.tokenHash, sql.placeholder('tokenHash')))
    .prepare()
  return {
    remember: async (tokenHash, visitor, at) => {
      await write([keep({ tokenHash, visitor, at })])
    },
    visitorOf: async (tokenHash) => (await visitorOf.execute({ tokenHash }))[0]?.visitor,
    forget: (before) =>
      deleteBatch({ db }, visitorTokens, visitorTokens.tokenHash, lt(visitorTokens.at, before)),
  }
}
