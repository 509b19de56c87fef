import { eq } from 'drizzle-orm'
import type { Base } from '../base'
import type { Visits } from '../store'

export const visitsOver = ({ db, tables, statements, write }: Base): Visits => {
  const { visitorTokens } = tables
  return {
    remember: async (tokenHash, visitor, at) => {
      await write([statements.keepToken({ tokenHash, visitor, at })])
    },
    visitorOf: async (tokenHash) => {
      const [row] = await db
        .select({ visitor: visitorTokens.visitor })
        .from(visitorTokens)
        .where(eq(visitorTokens.tokenHash, tokenHash))
      return row?.visitor
    },
  }
}
