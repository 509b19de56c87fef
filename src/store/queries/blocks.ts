import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Blocks } from '../ports/blocks'
import type { QueryContext } from '../query-context'
import { insertInto } from '../statements'
import type { AuditTables } from '../tables/audit'
import type { BlockTables } from '../tables/blocks'

const lifting = {
  statement: {
    sql: 'update `blocks` set `lifted_at` = ?, `lifted_by` = ? where `id` = ? and `lifted_at` is null',
  },
}

export const blocksOver = ({
  db,
  tables,
  write,
}: QueryContext<BlockTables & AuditTables>): Blocks => {
  const { blocks, audit } = tables
  const insert = insertInto(blocks)
  const tell = insertInto(audit)
  return {
    add: async (block, told) => {
      await write([insert(block), tell(told)])
    },
    inForce: (now) =>
      db
        .select()
        .from(blocks)
        .where(and(isNull(blocks.liftedAt), or(isNull(blocks.until), gt(blocks.until, now)))),
    all: () => db.select().from(blocks).orderBy(desc(blocks.id)),
    find: async (id) => (await db.select().from(blocks).where(eq(blocks.id, id)).limit(1))[0],
    lift: async (id, at, by, told) => {
      await write([{ ...lifting, values: [at, by, id], onUnchanged: 'was' }, tell(told)])
    },
  }
}
