import { eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { sortNameOf } from '../../../actors/visitor/name'
import type { Remains } from '../ports/remains'
import type { QueryContext } from '../query-context'
import type { WriteStep } from '../statements'
import type { BlockTables } from '../tables/blocks'
import type { IdentityTables } from '../tables/identities'
import type { LetterTables } from '../tables/letters'
import type { SearchTables } from '../tables/search'
import type { SummaryTables } from '../tables/summaries'
import type { UnsentTables } from '../tables/unsent'
import type { VisitTables } from '../tables/visits'
import { keptLinesOver } from './remains/lines'
import { textsOver } from './remains/texts'

type Own = BlockTables &
  IdentityTables &
  LetterTables &
  SearchTables &
  SummaryTables &
  UnsentTables &
  VisitTables
type Tables = Parameters<typeof keptLinesOver>[0]['tables'] &
  Parameters<typeof textsOver>[0]['tables'] &
  Own

/** Values that one query is asked with: an expression of either database may only grow so long. */
const TOGETHER = 200

export const remainsOver = (base: QueryContext<Tables>): Remains => ({
  ...keptLinesOver(base),
  ...textsOver(base),
  ...besideOver(base),
  ...visitorsLeftOver(base),
  ...actsOver(base),
  ...originsLeftOver(base),
  dropWords: wordsOver(base),
})

const parts = <Value>(all: readonly Value[]): Value[][] =>
  Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, n) =>
    all.slice(n * TOGETHER, (n + 1) * TOGETHER),
  )

/** One of these; of none nothing. */
const among = (column: SQLiteColumn, values: readonly string[]): SQL | undefined =>
  values.length === 0 ? sql`1 = 0` : inArray(column, [...values])

const besideOver = ({ db, tables }: QueryContext<Own>): Pick<Remains, 'dropBeside'> => {
  const { letters, drafts, scheduled, blocks } = tables
  const counted = async (table: typeof drafts | typeof scheduled, conversations: string[]) => {
    const theirs = among(table.conversation, conversations)
    const rows = await db.select({ conversation: table.conversation }).from(table).where(theirs)
    if (rows.length > 0) await db.delete(table).where(theirs)
    return rows.length
  }
  return {
    dropBeside: async ({ conversations, visitors, emails, values }) => {
      const dropped = { letters: [] as string[], unsent: 0, blocks: 0 }
      const drop = async (which: SQL | undefined) => {
        const rows = await db.select({ id: letters.id }).from(letters).where(which)
        if (rows.length > 0) await db.delete(letters).where(which)
        dropped.letters.push(...rows.map(({ id }) => id))
      }
      for (const some of parts(conversations)) {
        await drop(or(among(letters.thread, some), among(letters.about, some)))
        dropped.unsent += (await counted(drafts, some)) + (await counted(scheduled, some))
      }
      await drop(among(letters.address, emails))
      const theirs = or(
        ...[among(blocks.visitor, visitors), among(blocks.value, [...visitors, ...values])],
      )
      const rows = await db.select({ id: blocks.id }).from(blocks).where(theirs)
      if (rows.length > 0) await db.delete(blocks).where(theirs)
      return { ...dropped, blocks: rows.length }
    },
  }
}

type VisitorsLeft = Pick<Remains, 'visitorsOf' | 'namesakes' | 'dropVisitors'>

const visitorsLeftOver = ({ db, tables, write }: QueryContext<Own>): VisitorsLeft => {
  const { visitors, visits, visitorTokens, identities, visitorMerges: merges } = tables
  const dropMail = (address: string): WriteStep => ({
    ...{ statement: { sql: 'delete from `mail` where `to_address` = ?' }, values: [address] },
  })
  return {
    visitorsOf: async (ask) => {
      const rows = await db
        .select({ id: visitors.id })
        .from(visitors)
        .where(
          or(
            ask.emails.length === 0
              ? undefined
              : inArray(sql`lower(${visitors.email})`, [...ask.emails]),
            among(visitors.id, ask.visitors),
            among(visitors.mergedInto, ask.visitors),
          ),
        )
      return rows.map(({ id }) => id)
    },
    namesakes: async (names) =>
      names.length === 0
        ? []
        : db
            .select({ id: visitors.id, name: visitors.name })
            .from(visitors)
            .where(
              inArray(
                visitors.sortName,
                names.map((name) => sortNameOf(name)),
              ),
            ),
    dropVisitors: async (ids) => {
      const there = await db
        .select({ id: visits.visitor })
        .from(visits)
        .where(among(visits.visitor, ids))
      await db.delete(visits).where(among(visits.visitor, ids))
      await db.delete(visitorTokens).where(among(visitorTokens.visitor, ids))
      await db.delete(identities).where(among(identities.visitor, ids))
      await db.delete(merges).where(or(among(merges.from, ids), among(merges.into, ids)))
      await db.delete(visitors).where(among(visitors.id, ids))
      await write(ids.map((id) => dropMail(`visitor:${id}`)))
      return there.length
    },
  }
}

const actsOver = ({ write }: QueryContext): Pick<Remains, 'emptyActs'> => {
  const empty = {
    sql: "update `audit` set `detail` = '{}', `address` = null, `browser` = null, `salt` = null, `erased` = ? where `id` = ?",
  }
  return {
    emptyActs: async (acts) => {
      if (acts.length === 0) return
      await write(
        acts.map((act): WriteStep => ({ statement: empty, values: [act.digest, act.id] })),
      )
    },
  }
}

const originsLeftOver = ({ write }: QueryContext): Pick<Remains, 'renameOrigins'> => {
  const rename = {
    sql: 'update `origins` set `source_id` = ? where `source` = ? and `kind` = ? and `source_id` = ?',
  }
  return {
    renameOrigins: async (all) => {
      await write(
        all.map(
          ({ source, kind, sourceId, as }): WriteStep => ({
            ...{ statement: rename, values: [as, source, kind, sourceId] },
          }),
        ),
      )
    },
  }
}

/** Words that are looked up without a rest. */
const REST_WORDS = 100

/** Only what is in no line: what still is, would not be found by its beginning any more. */
const wordsOver = (base: QueryContext<SearchTables>): Remains['dropWords'] => {
  const { db, tables } = base
  const index = base.wordIndexOver(base)
  const ask = { without: [], from: 0, until: Number.MAX_SAFE_INTEGER, limit: 1, lookups: 1 }
  return async (words) => {
    let gone = 0
    for (const [nth, word] of words.entries()) {
      // Others have the database meanwhile.
      if (nth % REST_WORDS === 0) await base.clock.sleep(1)
      const { docs } = await index.candidates({ ...ask, groups: [[word]] })
      if (docs.length > 0) continue
      await db.delete(tables.searchTerms).where(eq(tables.searchTerms.word, word))
      gone += 1
    }
    return gone
  }
}
