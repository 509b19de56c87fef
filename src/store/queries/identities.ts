import { eq, sql } from 'drizzle-orm'
import type { Identities } from '../ports/identities'
import type { QueryContext } from '../query-context'
import { putInto } from '../statements'
import type { IdentityTables } from '../tables/identities'

export const identitiesOver = ({
  db,
  tables: { identities },
  upsert,
  write,
}: QueryContext<IdentityTables>): Identities => {
  const keep = putInto(upsert, identities, [identities.subjectHash], [])
  const one = db
    .select({ visitor: identities.visitor })
    .from(identities)
    .where(eq(identities.subjectHash, sql.placeholder('subjectHash')))
    .prepare()
  const visitorOf: Identities['visitorOf'] = async (subjectHash) =>
    (await one.execute({ subjectHash }))[0]?.visitor
  return {
    visitorOf,
    forget: async (subjectHash) => {
      await db.delete(identities).where(eq(identities.subjectHash, subjectHash))
    },
    claim: async (subjectHash, visitor, at) => {
      await write([keep({ subjectHash, visitor, at })])
      return (await visitorOf(subjectHash)) ?? visitor
    },
  }
}
