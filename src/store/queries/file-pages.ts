import { and, eq, gte, lt, ne, type SQL, sql } from 'drizzle-orm'
import { keyset } from '../keyset'
import type { Files, FilesAsk } from '../ports/files'
import type { QueryContext } from '../query-context'
import type { TranscriptTables } from '../tables/entries'
import type { FileTables } from '../tables/files'

/** Pages of files that were said. */
export const filePagesOver = ({
  db,
  tables: { files, entries },
}: QueryContext<FileTables & TranscriptTables>): Pick<Files, 'page' | 'total'> => {
  const { id, name, type, bytes, at, conversation, clientId, said } = files
  const isTheirs = and(eq(entries.conversation, conversation), eq(entries.clientId, clientId))
  return {
    page: async (ask, limit) => {
      const { order, descending, after } = ask
      const { where, order: sorted } = keyset({ by: files[order], id, descending, after })
      const rows = await db
        .select({ id, name, type, bytes, at, conversation, who: entries.name })
        .from(files)
        .leftJoin(entries, isTheirs)
        .where(and(eq(said, true), ne(name, ''), wanted(files, ask), where))
        .orderBy(...sorted)
        .limit(limit)
      return rows.map((row) => ({ ...row, who: row.who ?? '' }))
    },
    total: async () => {
      const [row] = await db
        .select({
          count: sql<number>`sum(case when ${name} <> '' then 1 else 0 end)`.mapWith(Number),
          bytes: sql<number>`sum(${bytes})`.mapWith(Number),
        })
        .from(files)
        .where(eq(said, true))
      return { count: row?.count ?? 0, bytes: row?.bytes ?? 0 }
    },
  }
}

const wanted = (
  { name, type, at }: FileTables['files'],
  { name: part, kind, since, before }: FilesAsk,
): SQL | undefined =>
  and(
    part === undefined ? undefined : sql`instr(lower(${name}), ${part.toLowerCase()}) > 0`,
    kind && ofKind(type, kind),
    since === undefined ? undefined : gte(at, since),
    before === undefined ? undefined : lt(at, before),
  )

const ofKind = (type: FileTables['files']['type'], kind: NonNullable<FilesAsk['kind']>): SQL =>
  kind === 'other'
    ? sql`${type} not like 'image/%' and ${type} not like 'audio/%' and ${type} not like 'video/%'`
    : sql`${type} like ${`${kind}/%`}`
