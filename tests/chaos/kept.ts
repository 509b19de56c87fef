import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../src/clock'
import { openFiles } from '../../src/files/files'
import { openLog } from '../../src/log'
import { openStore } from '../../src/store/open-store'
import { sweepUnsaid } from '../../src/system/maintenance/unsaid-files'
import { formerTextsOf, isGone } from './expected'
import type { Op } from './history'
import type { Query } from './rows'
import { INSIDE } from './screen'

/** Where a desk keeps its things; without an address of a database, all of it is in the folder. */
export type Place = { dataDir: string; url?: string }
export type KeptFile = { id: string; text: string }

const HOURS_MS = 2 * 3_600_000

/** Does what a desk does by itself an hour later. */
const sweep = async ({ dataDir, url = 'sqlite:' }: Place): Promise<void> => {
  const log = openLog('warn')
  const store = await openStore({ url, dataDir, clock: systemClock, log })
  const files = openFiles({ files: undefined, databaseUrl: url, dataDir }, store)
  const clock = { now: () => systemClock.now() + HOURS_MS }
  try {
    while (await sweepUnsaid({ store, files, clock }));
  } finally {
    await store.close()
  }
}

/** All files there are after a sweep: on the disk, in the database, or only known by name. */
export const keptIn = async (query: Query, place: Place): Promise<KeptFile[]> => {
  await sweep(place)
  const named = await query<{ id: string }>('SELECT id FROM files')
  const pieces = await query<{ id: string; bytes: Uint8Array | string }>(
    'SELECT file AS id, bytes FROM file_pieces',
  )
  const all = [
    ...named.map(({ id }) => ({ id, text: '' })),
    ...pieces.map(({ id, bytes }) => ({ id, text: `${Buffer.from(bytes)}` })),
    ...onDisk(place.dataDir),
  ]
  return [...Map.groupBy(all, ({ id }) => id)].map(([id, parts]) => ({
    id,
    text: parts.map(({ text }) => text).join(''),
  }))
}

const onDisk = (dataDir: string): KeptFile[] => {
  const folder = join(dataDir, 'files')
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name, parentPath }) => ({
        id: name,
        text: readFileSync(join(parentPath, name), 'latin1'),
      }))
  } catch {
    return []
  }
}

/** What people of a run say, and what their files are called. */
const SAID =
  /[A-Z][a-z]+(?: \d+)?(?:, page \d+,)? (?:says|answers) \d+(?:, better)?\.|file-\d+-\d+\.(?:txt|png)/g

/** Whoever has to know what was once said finds it here, and nobody else. */
const AUDIT = ['former_texts', 'file_pieces']

/** Where words still are that nobody says any more. */
export const tracesIn = async (
  query: Query,
  ops: readonly Op[],
  kept: readonly KeptFile[],
): Promise<{ text: string; where: string }[]> => {
  const former = new Set([
    ...ops.flatMap(formerTextsOf).map((text) => text.replace(` ${INSIDE}`, '')),
    ...ops.filter(isGone).flatMap(({ file }) => (file ? [file.name] : [])),
  ])
  const found = kept
    .filter(({ text }) => (text.match(SAID) ?? []).some((said) => isGoneFile(ops, said)))
    .map(({ id, text }) => ({ text, where: `file ${id}` }))
  for (const table of await tablesOf(query))
    for (const row of await query<Record<string, unknown>>(`SELECT * FROM \`${table}\``))
      for (const said of `${JSON.stringify(row)}`.match(SAID) ?? [])
        if (former.has(said)) found.push({ text: said, where: table })
  for (const { text, where } of found.slice(0, 5)) console.log(`"${text}" is still in ${where}`)
  return found
}

/** A file that is a message's words stays when the words are changed, and goes with the message. */
const isGoneFile = (ops: readonly Op[], said: string) =>
  ops.some((op) => op.file && op.text === said && isGone(op))

const tablesOf = async (query: Query): Promise<string[]> => {
  const names = await query<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  ).catch(() =>
    query<{ name: string }>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    ),
  )
  return names.map(({ name }) => name).filter((name) => !AUDIT.includes(name))
}
