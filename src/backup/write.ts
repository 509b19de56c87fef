import { explained } from '../disk/explain'
import type { Dump, DumpTable } from '../store/dump/dump'
import { EPOCH } from '../store/dump/marks'
import { linesOf, openTally } from './lines'
import { FORMAT, layout, type Manifest } from './manifest'
import { openTar, type TarWriter } from './tar-writer'

export type BackupParts = {
  /** Where it goes. Whatever is there by this name is replaced when the new one is whole. */
  path: string
  dump: Dump
  /** The bytes of a file; undefined when they are nowhere. */
  bytesOf(id: string): Promise<AsyncIterable<Uint8Array> | undefined>
  /** Of the data folder; undefined where the surroundings say it. */
  secret: string | undefined
  version: string
  /** ms UTC. */
  madeAt: number
}

/**
 * Writes all that a desk holds into one file: rows as lines, files as they are, and what it says of
 * itself at its end. It is there whole or not at all. Rejects with one sentence when the disk does
 * not take it, and with what the database says.
 */
export const writeBackup = async (
  parts: BackupParts,
): Promise<{ manifest: Manifest; bytes: number }> => {
  const { path, madeAt } = parts
  const tar = await openTar(path, madeAt).catch((problem) => {
    throw inSentence(problem, path)
  })
  try {
    const manifest = await fill(tar, parts)
    return { manifest, bytes: await tar.end() }
  } catch (problem) {
    const told = inSentence(problem, path)
    await tar.abandon()
    throw told
  }
}

const inSentence = (problem: unknown, path: string) =>
  explained(problem, 'The backup cannot be written', path)

const fill = async (tar: TarWriter, parts: BackupParts): Promise<Manifest> => {
  const { dump, secret, version, madeAt } = parts
  const tables: Manifest['tables'] = {}
  const ids: string[] = []
  const heads: Named[] = []
  const watched: Readonly<Record<string, (row: Named) => void>> = {
    files: ({ id }) => void ids.push(String(id)),
    audit_heads: (head) => void heads.push(head),
  }
  for (const table of dump.tables)
    tables[table.name] = await addTable(tar, dump, table, watched[table.name])
  const files = await addFiles(tar, parts, ids)
  if (secret !== undefined) await tar.add(layout.secret, Buffer.from(`${secret}\n`))
  const manifest: Manifest = {
    ...{ format: FORMAT, version, madeAt, from: dump.dialect },
    migrations: [...dump.migrations],
    epoch: (await dump.setting(EPOCH)) ?? '',
    ...{ tables, files, audit: headIn(heads[0]), hasSecret: secret !== undefined },
  }
  await tar.add(layout.manifest, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
  return manifest
}

type Named = Readonly<Record<string, unknown>>

const headIn = (row: Named | undefined): Manifest['audit'] =>
  row ? { seq: Number(row.seq), hash: String(row.hash) } : null

const addTable = async (
  tar: TarWriter,
  dump: Dump,
  table: DumpTable,
  seen: ((row: Named) => void) | undefined,
): Promise<Manifest['tables'][string]> => {
  const tally = openTally()
  const watched = async function* () {
    for await (const rows of dump.rows(table)) {
      if (seen)
        for (const row of rows)
          seen(Object.fromEntries(table.columns.map((column, n) => [column, row[n]])))
      yield rows
    }
  }
  let nth = 0
  for await (const { text, count } of linesOf(watched())) {
    tally.add(text, count)
    await tar.add(layout.rows(table.name, nth), Bun.gzipSync(text))
    nth += 1
  }
  return { columns: [...table.columns], ...tally.end() }
}

const addFiles = async (
  tar: TarWriter,
  { bytesOf }: BackupParts,
  ids: readonly string[],
): Promise<Manifest['files']> => {
  const sums: string[] = []
  let [bytes, missing] = [0, 0]
  for (const id of ids) {
    // One that was removed since, or never came, is told of in the database alone.
    const own = await bytesOf(id)
    if (!own) {
      missing += 1
      continue
    }
    const written = await tar.add(layout.file(id), own)
    bytes += written.bytes
    sums.push(`${written.sha256}  ${layout.file(id)}\n`)
  }
  const { sha256 } = await tar.add(layout.sums, Buffer.from(sums.join('')))
  return { count: sums.length, bytes, missing, sha256 }
}
