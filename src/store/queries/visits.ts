import { eq, lt, sql } from 'drizzle-orm'
import type { Base } from '../base'
import type { Visits } from '../store'

export const visitsOver = ({ db, tables, statements, write }: Base): Visits => {
  const { visitorTokens } = tables
  const visitorOf = db
    .select({ visitor: visitorTokens.visitor })
    .from(visitorTokens)
    .where(eq(visitorTokens.tokenHash, sql.placeholder('tokenHash')))
    .prepare()
  return {
    remember: async (tokenHash, visitor, at) => {
      await write([statements.keepToken({ tokenHash, visitor, at })])
    },
    visitorOf: async (tokenHash) => (await visitorOf.execute({ tokenHash }))[0]?.visitor,
    forget: async (before) => {
      await db.delete(visitorTokens).where(lt(visitorTokens.at, before))
    },
  }
}
