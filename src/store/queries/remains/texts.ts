import { and, asc, eq, getTableColumns, getTableName, gt, or, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Remains, TextTable } from '../../ports/remains'
import type { QueryContext } from '../../query-context'
import type { Value, WriteStep } from '../../statements'
import type { ActorTables } from '../../tables/actors'
import type { BlockTables } from '../../tables/blocks'
import type { CannedTables } from '../../tables/canned'
import type { TranscriptTables } from '../../tables/entries'
import type { FileTables } from '../../tables/files'
import type { LetterTables } from '../../tables/letters'
import type { MacroTables } from '../../tables/macros'
import type { TagTables } from '../../tables/tags'
import type { UnsentTables } from '../../tables/unsent'
import type { ViewTables } from '../../tables/views'
import type { VisitTables } from '../../tables/visits'

type Tables = ActorTables &
  TranscriptTables &
  LetterTables &
  UnsentTables &
  CannedTables &
  MacroTables &
  ViewTables &
  BlockTables &
  FileTables &
  VisitTables &
  TagTables

type Source = { table: SQLiteTable; key: readonly SQLiteColumn[]; words: readonly string[] }

/** Of each table its key, and the columns that people's words are in. */
const sourcesOf = (t: Tables): Readonly<Record<TextTable, Source>> => ({
  letters: { table: t.letters, key: [t.letters.id], words: ['subject', 'problem'] },
  drafts: { table: t.drafts, key: [t.drafts.agent, t.drafts.conversation], words: ['text'] },
  scheduled: {
    ...{ table: t.scheduled, key: [t.scheduled.conversation, t.scheduled.clientId] },
    words: ['text'],
  },
  cannedReplies: {
    ...{ table: t.cannedReplies, key: [t.cannedReplies.id] },
    words: ['title', 'body', 'bodies'],
  },
  macros: { table: t.macros, key: [t.macros.id], words: ['acts'] },
  views: { table: t.views, key: [t.views.id], words: ['name', 'query'] },
  blocks: { table: t.blocks, key: [t.blocks.id], words: ['reason'] },
  files: { table: t.files, key: [t.files.id], words: ['name'] },
  mail: { table: t.mail, key: [t.mail.slot], words: ['event', 'problem'] },
  visitorMerges: { table: t.visitorMerges, key: [t.visitorMerges.id], words: ['moved'] },
  formerTexts: {
    ...{ table: t.formerTexts, key: [t.formerTexts.conversation, t.formerTexts.seq] },
    words: ['text'],
  },
  tags: { table: t.tags, key: [t.tags.key], words: ['description'] },
})

/** Rows of any table by its name, with the words in them. */
export const textsOver = ({
  db,
  tables,
  write,
}: QueryContext<Tables>): Pick<Remains, 'texts' | 'putTexts'> => {
  const sources = sourcesOf(tables)
  const writers = new Map<TextTable, ReturnType<typeof writerOf>>()
  const writerFor = (name: TextTable) => {
    const known = writers.get(name) ?? writerOf(sources[name])
    writers.set(name, known)
    return known
  }
  return {
    texts: async (name, after, limit) => {
      const { table, key, words } = sources[name]
      const columns = getTableColumns(table) as Record<string, SQLiteColumn>
      const wanted = Object.fromEntries([
        ...key.map((column, n) => [`key${n}`, column] as const),
        ...words.map((word) => [word, columns[word] as SQLiteColumn] as const),
      ])
      const rows: Record<string, unknown>[] = await db
        .select(wanted)
        .from(table)
        .where(after === null ? undefined : behind(key, after))
        .orderBy(...key.map((column) => asc(column)))
        .limit(limit)
      return rows.map((row) => ({
        key: key.map((_, n) => String(row[`key${n}`])),
        words: Object.fromEntries(words.map((word) => [word, row[word]])),
      }))
    },
    putTexts: async (name, rows) => {
      await write(rows.map(writerFor(name)))
    },
  }
}

/** What comes after a key, in the order of its parts. */
const behind = (
  [first, ...others]: readonly SQLiteColumn[],
  [value, ...rest]: readonly string[],
): SQL | undefined => {
  if (first === undefined) return undefined
  if (others.length === 0) return gt(first, value)
  return or(gt(first, value), and(eq(first, value), behind(others, rest)))
}

const writerOf = ({ table, key, words }: Source) => {
  const columns = getTableColumns(table) as Record<string, SQLiteColumn>
  const set = words.map((word) => `\`${columns[word]?.name}\` = ?`).join(', ')
  const match = key.map(({ name }) => `\`${name}\` = ?`).join(' and ')
  const statement = { sql: `update \`${getTableName(table)}\` set ${set} where ${match}` }
  return (row: {
    key: readonly string[]
    words: Readonly<Record<string, unknown>>
  }): WriteStep => ({
    statement,
    values: [
      ...words.map((word) =>
        row.words[word] === null ? null : storedOf(columns, word, row.words),
      ),
      ...row.key,
    ],
  })
}

const storedOf = (
  columns: Record<string, SQLiteColumn>,
  word: string,
  words: Readonly<Record<string, unknown>>,
): Value => columns[word]?.mapToDriverValue(words[word]) as Value
