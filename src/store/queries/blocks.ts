import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Blocks } from '../ports/blocks'
import type { QueryContext } from '../query-context'
import { insertInto } from '../statements'
import type { BlockTables } from '../tables/blocks'

export const blocksOver = ({ db, tables, write }: QueryContext<BlockTables>): Blocks => {
  const { blocks } = tables
  const insert = insertInto(blocks)
  return {
    add: async (block) => {
      await write([insert(block)])
    },
    inForce: (now) =>
      db
        .select()
        .from(blocks)
        .where(and(isNull(blocks.liftedAt), or(isNull(blocks.until), gt(blocks.until, now)))),
    newest: (limit) => db.select().from(blocks).orderBy(desc(blocks.id)).limit(limit),
    find: async (id) => (await db.select().from(blocks).where(eq(blocks.id, id)).limit(1))[0],
    lift: async (id, liftedAt, liftedBy) => {
      await db
        .update(blocks)
        .set({ liftedAt, liftedBy })
        .where(and(eq(blocks.id, id), isNull(blocks.liftedAt)))
    },
  }
}
