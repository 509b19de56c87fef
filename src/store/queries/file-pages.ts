import { and, eq, gte, lt, ne, type SQL, sql } from 'drizzle-orm'
import { merged } from '../keyset-parts'
import type { Files, FilesAsk } from '../ports/files'
import type { QueryContext } from '../query-context'
import type { TranscriptTables } from '../tables/entries'
import { type FileTables, fileIndexes } from '../tables/files'
import { isWalked } from '../walk'

/** Pages of files that were said. */
export const filePagesOver = ({
  db,
  tables: { files, entries },
  through,
}: QueryContext<FileTables & TranscriptTables>): Pick<Files, 'page' | 'total'> => {
  const { id, name, type, bytes, at, conversation, clientId, said } = files
  const isTheirs = and(eq(entries.conversation, conversation), eq(entries.clientId, clientId))
  return {
    page: async (ask, limit) => {
      const { order, descending, after } = ask
      const found = isWalked({
        ...{ from: through(files, fileIndexes[order]), id, by: files[order] },
        which: and(eq(said, true), ne(name, ''), wanted(files, ask)),
        ...{ descending, after, limit },
      })
      const rows = await db
        .select({ id, name, type, bytes, at, conversation, who: entries.name })
        .from(files)
        .leftJoin(entries, isTheirs)
        .where(found)
      const sent = rows.map((row) => ({ ...row, who: row.who ?? '' }))
      return merged([sent], (row) => row[order], { descending, limit })
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
