import { desc, eq, inArray, or } from 'drizzle-orm'
import type { Visitors } from '../ports/visitors'
import type { QueryContext } from '../query-context'
import { insertInto, putInto, removeFrom, setIn } from '../statements'
import type { IdentityTables } from '../tables/identities'
import type { VisitTables } from '../tables/visits'

/** Merges of one visitor that are shown. */
const MERGES = 50

/** Visitors who are one with another, and what goes over with them. */
export const visitorMergesOver = ({
  db,
  tables,
  upsert,
  write,
}: QueryContext<VisitTables & IdentityTables>): Pick<
  Visitors,
  'addMerge' | 'merges' | 'findMerge' | 'endMerge' | 'keysOf' | 'giveKeys' | 'putVisit'
> => {
  const { visitorMerges: merges, visitorTokens, identities, visits } = tables
  const insert = insertInto(merges)
  const end = setIn(merges, { undoneAt: merges.undoneAt }, { id: merges.id })
  const giveToken = setIn(
    visitorTokens,
    { visitor: visitorTokens.visitor },
    { tokenHash: visitorTokens.tokenHash },
  )
  const giveSubject = setIn(
    identities,
    { visitor: identities.visitor },
    { subjectHash: identities.subjectHash },
  )
  const putVisit = putInto(upsert, visits, [visits.visitor])
  const dropVisit = removeFrom(visits, { visitor: visits.visitor })
  return {
    addMerge: async (merge) => {
      await write([insert(merge)])
    },
    merges: (visitor) =>
      db
        .select()
        .from(merges)
        .where(or(eq(merges.into, visitor), eq(merges.from, visitor)))
        .orderBy(desc(merges.id))
        .limit(MERGES),
    findMerge: async (id) =>
      (
        await db
          .select()
          .from(merges)
          .where(inArray(merges.id, [id]))
      )[0],
    endMerge: async (id, at) => {
      await write([end({ id, undoneAt: at })])
    },
    keysOf: async (visitor) => {
      const [tokens, subjects] = await Promise.all([
        db
          .select({ hash: visitorTokens.tokenHash })
          .from(visitorTokens)
          .where(eq(visitorTokens.visitor, visitor)),
        db
          .select({ hash: identities.subjectHash })
          .from(identities)
          .where(eq(identities.visitor, visitor)),
      ])
      return { tokens: tokens.map(({ hash }) => hash), subjects: subjects.map(({ hash }) => hash) }
    },
    giveKeys: async ({ tokens, subjects }, to) => {
      await write([
        ...tokens.map((tokenHash) => giveToken({ tokenHash, visitor: to })),
        ...subjects.map((subjectHash) => giveSubject({ subjectHash, visitor: to })),
      ])
    },
    putVisit: async (visitor, visit) => {
      await write([visit ? putVisit({ ...visit, visitor }) : dropVisit({ visitor })])
    },
  }
}
