import { and, asc, desc, eq, gt, inArray, ne } from 'drizzle-orm'
import type { Erasures, LegalHold } from '../ports/erasures'
import type { QueryContext } from '../query-context'
import { insertInto, putInto, removeFrom } from '../statements'
import type { AuditTables } from '../tables/audit'
import type { PrivacyTables } from '../tables/privacy'
import { tellingInto } from './audit'

/** Objects that are looked up at once: an expression of either database may only grow so deep. */
const TOGETHER = 500

export const erasuresOver = (context: QueryContext<PrivacyTables & AuditTables>): Erasures => {
  const { db, tables, upsert, write } = context
  const { erasures, legalHolds } = tables
  const tell = tellingInto(tables)
  const insert = insertInto(erasures)
  const put = putInto(upsert, erasures, [erasures.id])
  const hold = putInto(upsert, legalHolds, [legalHolds.object])
  const release = removeFrom(legalHolds, { object: legalHolds.object })
  return {
    add: async (erasure, told) => {
      await write([insert(erasure), ...tell(told)])
    },
    save: async (erasure, told) => {
      await write([put(erasure), ...tell(told)])
    },
    find: async (id) => (await db.select().from(erasures).where(eq(erasures.id, id)))[0],
    newest: (limit) => db.select().from(erasures).orderBy(desc(erasures.id)).limit(limit),
    next: async (after = '') =>
      (
        await db
          .select()
          .from(erasures)
          .where(and(ne(erasures.step, 'done'), gt(erasures.id, after)))
          .orderBy(asc(erasures.id))
          .limit(1)
      )[0],
    hold: async (one, told) => {
      await write([hold(one), ...tell(told)])
    },
    release: async (object, told) => {
      await write([release({ object }), ...tell(told)])
    },
    heldOf: async (objects) => {
      const found: LegalHold[] = []
      for (let at = 0; at < objects.length; at += TOGETHER) {
        const some = objects.slice(at, at + TOGETHER)
        found.push(...(await db.select().from(legalHolds).where(inArray(legalHolds.object, some))))
      }
      return found
    },
    held: (limit) => db.select().from(legalHolds).orderBy(desc(legalHolds.at)).limit(limit),
  }
}
