import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { batchQuery } from '../batch-query'
import type { BroughtFile, Origins } from '../ports/origins'
import type { QueryContext } from '../query-context'
import { insertInto, type WriteStep } from '../statements'
import type { FileTables } from '../tables/files'
import type { OriginTables } from '../tables/origins'
import { type TurnTables, turnStatementsOver } from '../turn-statements'
import { stepsOf } from '../turn-steps'

export const originsOver = (
  base: QueryContext<OriginTables & TurnTables & FileTables>,
): Origins => {
  const { db, tables, write } = base
  const { origins, files } = tables
  const statements = turnStatementsOver(tables, base.upsert)
  const [put, putFile] = [insertInto(origins), insertInto(files)]
  const isThere = { onDuplicate: [{ key: '', outcome: 'taken' as const }] }
  const known = batchQuery(['source', 'kind', 'sourceId'], (slots) =>
    db
      .select()
      .from(origins)
      .where(
        sql.join(
          slots.map(
            ({ source, kind, sourceId }) =>
              sql`(${origins.source} = ${source} and ${origins.kind} = ${kind} and ${origins.sourceId} = ${sourceId})`,
          ),
          sql` or `,
        ),
      )
      .prepare(),
  )
  const fileStep = (file: BroughtFile) => putFile({ ...file, said: true }, isThere)
  return {
    ...writtenOver(base),
    known,
    of: async (kind, ids) =>
      ids.length === 0
        ? []
        : db
            .select()
            .from(origins)
            .where(and(eq(origins.kind, kind), inArray(origins.id, [...ids]))),
    bringIn: async ({ turns, files: brought, origins: all }) => {
      const steps: WriteStep<string>[] = [
        // Whether it is here already is said before anything is written.
        ...all.map((one) => put(one, isThere)),
        ...turns.flatMap((turn) => stepsOf(statements, turn)),
        ...brought.map(fileStep),
      ]
      return (await write(steps)) === 'done' ? 'done' : 'taken'
    },
  }
}

/** What a desk has, as it was written. */
const writtenOver = ({
  db,
  tables: { actors, entries, formerTexts },
}: QueryContext<TurnTables>): Pick<Origins, 'lines' | 'before'> => ({
  lines: async (conversations) => {
    if (conversations.length === 0) return []
    const ids = [...conversations]
    const [lines, former] = await Promise.all([
      db
        .select()
        .from(entries)
        .where(inArray(entries.conversation, ids))
        .orderBy(asc(entries.conversation), asc(entries.seq)),
      db.select().from(formerTexts).where(inArray(formerTexts.conversation, ids)),
    ])
    const words = new Map(former.map((one) => [`${one.conversation} ${one.seq}`, one.text]))
    return lines.map((line) => ({
      ...line,
      text: words.get(`${line.conversation} ${line.seq}`) ?? line.text,
    }))
  },
  before: async (kind, address, limit) => {
    const rows = await db
      .select({ address: actors.address })
      .from(actors)
      .where(
        sql`${actors.address} > ${`${kind}:`} and ${actors.address} < ${address ?? `${kind};`}`,
      )
      .orderBy(desc(actors.address))
      .limit(limit)
    return rows.map((row) => row.address)
  },
})
