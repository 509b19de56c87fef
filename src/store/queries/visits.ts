import { and, desc, eq, getTableColumns, gte, inArray, lt, ne, sql } from 'drizzle-orm'
import { batchLoader } from '../batch-loader'
import type { OnSite, Visits } from '../ports/visits'
import type { QueryContext } from '../query-context'
import { putInto } from '../statements'
import type { SummaryTables } from '../tables/summaries'
import type { VisitTables } from '../tables/visits'
import { deleteBatch } from './delete-batch'

/** Tokens that are looked at in one query. */
const BATCH_TOKENS = 500

type Context = QueryContext<VisitTables & SummaryTables>

export const visitsOver = (base: Context): Visits => {
  const { db, tables } = base
  const { visitorTokens, visits } = tables
  return {
    ...tokensOver(base),
    ...trailsOver(base),
    forget: async (before) => {
      const { tokenHash, at } = visitorTokens
      const tokens = await deleteBatch({ db }, visitorTokens, tokenHash, lt(at, before))
      const ended = await deleteBatch({ db }, visits, visits.visitor, lt(visits.at, before))
      return tokens || ended
    },
  }
}

const tokensOver = ({
  db,
  tables,
  upsert,
  write,
}: Context): Pick<Visits, 'remember' | 'visitorOf' | 'dropTokens' | 'dropTokensOf'> => {
  const { visitorTokens } = tables
  const keep = putInto(upsert, visitorTokens, [visitorTokens.tokenHash], [])
  const { tokenHash, visitor } = visitorTokens
  const known = () => db.select({ tokenHash, visitor }).from(visitorTokens)
  const one = known()
    .where(eq(tokenHash, sql.placeholder('tokenHash')))
    .prepare()
  const visitorOf = batchLoader(BATCH_TOKENS, async (hashes: readonly string[]) => {
    const rows = hashes[1]
      ? await known().where(inArray(tokenHash, [...hashes]))
      : await one.execute({ tokenHash: hashes[0] })
    const visitors = new Map(rows.map((row) => [row.tokenHash, row.visitor]))
    return hashes.map((hash) => visitors.get(hash))
  })
  return {
    remember: async (tokenHash, visitor, at) => {
      await write([keep({ tokenHash, visitor, at })])
    },
    visitorOf,
    dropTokens: async (hashes) => {
      if (hashes.length > 0) await db.delete(visitorTokens).where(inArray(tokenHash, [...hashes]))
    },
    dropTokensOf: async (whose, but) => {
      const others = but === undefined ? undefined : ne(tokenHash, but)
      await db.delete(visitorTokens).where(and(eq(visitor, whose), others))
    },
  }
}

const trailsOver = ({
  db,
  tables,
  upsert,
  write,
}: Context): Pick<Visits, 'keep' | 'of' | 'since'> => {
  const { visits, visitors } = tables
  const put = putInto(upsert, visits, [visits.visitor])
  const one = db
    .select()
    .from(visits)
    .where(eq(visits.visitor, sql.placeholder('visitor')))
    .prepare()
  const { name, email, conversation, talking, invitation } = visitors
  const since = db
    .select({ ...getTableColumns(visits), name, email, conversation, talking, invitation })
    .from(visits)
    .leftJoin(visitors, eq(visitors.id, visits.visitor))
    .where(gte(visits.at, sql.placeholder('at')))
    .orderBy(desc(visits.startedAt), desc(visits.visitor))
    .limit(sql.placeholder('limit'))
    .prepare()
  return {
    keep: async (visit) => {
      await write([put(visit)])
    },
    of: async (visitor) => (await one.execute({ visitor }))[0],
    since: async (at, limit) =>
      (await since.execute({ at, limit })).map(
        (row): OnSite => ({
          ...row,
          name: row.name ?? '',
          email: row.email ?? '',
          talking: row.talking ?? false,
        }),
      ),
  }
}
