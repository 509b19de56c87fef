import { and, eq, lt } from 'drizzle-orm'
import type { Drafts } from '../ports/drafts'
import type { QueryContext } from '../query-context'
import { putInto } from '../statements'
import type { UnsentTables } from '../tables/unsent'
import { deleteBatch } from './delete-batch'

/** More than anybody writes at. */
const MOST_DRAFTS = 1_000

export const draftsOver = ({ db, tables, upsert, write }: QueryContext<UnsentTables>): Drafts => {
  const { drafts } = tables
  const put = putInto(upsert, drafts, [drafts.agent, drafts.conversation])
  const of = (agent: string, conversation: string) =>
    and(eq(drafts.agent, agent), eq(drafts.conversation, conversation))
  return {
    keep: async (draft) => {
      await write([put(draft)])
    },
    find: async (agent, conversation) =>
      (await db.select().from(drafts).where(of(agent, conversation)))[0],
    of: async (agent) => {
      const { conversation } = drafts
      const mine = db.select({ conversation }).from(drafts).where(eq(drafts.agent, agent))
      return (await mine.limit(MOST_DRAFTS)).map((draft) => draft.conversation)
    },
    remove: async (agent, conversation) => {
      await db.delete(drafts).where(of(agent, conversation))
    },
    forget: (before) => deleteBatch({ db }, drafts, drafts.conversation, lt(drafts.at, before)),
  }
}
