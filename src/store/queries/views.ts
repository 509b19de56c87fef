import { asc, eq, or } from 'drizzle-orm'
import type { Views } from '../ports/views'
import type { QueryContext } from '../query-context'
import { putInto } from '../statements'
import type { ViewTables } from '../tables/views'

export const viewsOver = ({ db, tables, upsert, write }: QueryContext<ViewTables>): Views => {
  const { views } = tables
  const put = putInto(upsert, views, [views.id])
  return {
    keep: async (view) => {
      await write([put(view)])
    },
    of: async (owner) =>
      db
        .select()
        .from(views)
        .where(or(eq(views.owner, owner), eq(views.shared, true)))
        .orderBy(asc(views.createdAt), asc(views.id)),
    find: async (id) => (await db.select().from(views).where(eq(views.id, id)))[0],
    remove: async (id) => {
      await db.delete(views).where(eq(views.id, id))
    },
  }
}
