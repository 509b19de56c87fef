import { z } from 'zod'
import { type Member, wholeOf } from './tar-reader'

/** What this program writes, and the newest that it reads. */
export const FORMAT = 1

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const name = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/)

const shape = z.object({
  format: count,
  /** The program that made it. */
  version: z.string(),
  /** When, ms UTC. */
  madeAt: count,
  from: z.enum(['sqlite', 'mysql']),
  /** By which it was made what it is. */
  migrations: z.array(z.string()),
  /** Of the life of the database that it was taken of; empty where no backup was ever put in its place. */
  epoch: z.string(),
  tables: z.record(
    name,
    z.object({
      columns: z.array(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/i)),
      rows: count,
      /** Of its rows as lines. */
      sha256: hash,
    }),
  ),
  files: z.object({
    count,
    bytes: count,
    /** Those that the database tells of and that were nowhere. */
    missing: count,
    /** Of the list of their own. */
    sha256: hash,
  }),
  /** Where the chain of the audit ended; null where nothing was sealed. */
  audit: z.object({ seq: count, hash }).nullable(),
  hasSecret: z.boolean(),
})

/** What a backup says of itself: it stands at its end, so one that has it is whole. */
export type Manifest = z.output<typeof shape>

/** Where everything is in a backup. */
export const layout = {
  manifest: 'manifest.json',
  secret: 'secret',
  /** SHA-256 of each file, as `sha256sum -c` reads it. */
  sums: 'files.sha256',
  file: (id: string) => `files/${id}`,
  fileIn: (path: string) => /^files\/([\w-]{1,64})$/.exec(path)?.[1],
  /** Rows of a table, the nth part of them: a line of JSON each, packed. */
  rows: (table: string, nth: number) => `tables/${table}/${String(nth).padStart(6, '0')}.jsonl.gz`,
  tableIn: (path: string) => /^tables\/([a-z][a-z0-9_]{0,63})\/\d+\.jsonl\.gz$/.exec(path)?.[1],
} as const

/** Throws a sentence for one that this program does not understand. */
export const manifestIn = async (path: string, member: Member): Promise<Manifest> => {
  const text = (await wholeOf(member)).toString()
  const read = shape.safeParse(jsonOf(text))
  if (!read.success) throw new Error(`${path} is damaged: what it says of itself cannot be read`)
  if (read.data.format > FORMAT)
    throw new Error(`${path} was made by a newer version (${read.data.version}). Install that one.`)
  return read.data
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
