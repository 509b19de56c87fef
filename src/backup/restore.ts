import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../disk/make-folder'
import { writeWhole } from '../disk/write-whole'
import type { FileBytes } from '../files/bytes'
import type { Load } from '../store/dump/dump'
import { EPOCH, RESTORING } from '../store/dump/marks'
import { unpacked } from './check'
import { linesOf, openTally, rowsIn } from './lines'
import { layout, type Manifest } from './manifest'
import { type Member, membersOf, wholeOf } from './tar-reader'

export type RestoreParts = {
  path: string
  manifest: Manifest
  load: Load
  /** Where bytes of files go; whoever is given none puts none. */
  files: FileBytes | undefined
  /** The data folder, if its secret is to come out of the backup where it has none. */
  secretIn: string | undefined
  /** Of the life that begins. */
  epoch: string
}

/** By which words the index of the search was made: without it, it is made anew. */
const INDEX_VERSION = 'search.version'

/**
 * Puts a backup that was checked into a database, with its files, and looks whether all of it arrived.
 * Nothing counts before the end, and what fails leaves what was there. Rejects with a sentence.
 */
export const restoreBackup = async (parts: RestoreParts): Promise<void> => {
  const { load } = parts
  try {
    await fill(parts)
    await compare(parts)
    await load.set(EPOCH, parts.epoch)
    await load.set(INDEX_VERSION, null)
    await load.finish()
  } catch (problem) {
    await load.abandon()
    throw problem
  }
}

const fill = async (parts: RestoreParts) => {
  const { path, manifest, load, files, secretIn } = parts
  for (const [name, { columns }] of Object.entries(manifest.tables))
    await load.begin({ name, columns })
  for await (const member of membersOf(path)) {
    const table = layout.tableIn(member.name)
    const file = layout.fileIn(member.name)
    if (table !== undefined) await fillTable(parts, table, member)
    else if (file !== undefined && files) await fillFile(files, file, member)
    else if (member.name === layout.secret && secretIn !== undefined) await keep(secretIn, member)
  }
}

const fillTable = async ({ path, manifest, load }: RestoreParts, name: string, member: Member) => {
  const columns = manifest.tables[name]?.columns ?? []
  const rows = rowsIn(await unpacked(path, member))
  // What a restore before this one has not finished is no part of a desk.
  const own = name === 'settings' ? rows.filter((row) => !row.includes(RESTORING)) : rows
  await load.insert({ name, columns }, own)
}

/**
 * One that is there as a whole stays: it never changes under its id, and may be the desk's that is replaced.
 * What a restore that was cut short has left of another goes first.
 */
const fillFile = async (files: FileBytes, id: string, member: Member) => {
  const known = await files.read(id, 0, member.size)
  if (known instanceof Blob && known.size === member.size) return
  await files.remove(id)
  await files.put(id, member.bytes())
}

const keep = async (dataDir: string, member: Member) => {
  const path = join(dataDir, 'secret')
  if (existsSync(path)) return
  makeFolder(dataDir)
  writeWhole(path, (await wholeOf(member)).toString())
}

/** What arrived is read again: it must be what was sent. */
const compare = async ({ manifest, load }: RestoreParts) => {
  const dump = await load.dump()
  try {
    for (const [name, told] of Object.entries(manifest.tables)) {
      // The mark of what is under way is in there too.
      if (name === 'settings') continue
      const table = dump.tables.find((one) => one.name === name)
      const tally = openTally()
      if (table)
        for await (const { text, count } of linesOf(dump.rows(table))) tally.add(text, count)
      const { rows, sha256 } = tally.end()
      if (rows !== told.rows || sha256 !== told.sha256)
        throw new Error(`Table ${name} did not arrive whole: ${rows} of ${told.rows} rows`)
    }
  } finally {
    await dump.close()
  }
}
