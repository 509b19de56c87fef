import type { Database } from 'bun:sqlite'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { giveToOwnerOf } from '../../disk/own'
import { flushFolder } from '../../disk/write-whole'

/**
 * Keeps the database beside itself as it is before a migration is run on it: `bellhop.db.before-<name>`,
 * there whole or not at all. Of those before it none is kept. One that is there already is of the same
 * state, for the migration was begun and not finished. Answers its path.
 */
export const copyBefore = (db: Database, path: string, migration: string): string => {
  const copy = `${path}.before-${migration}`
  if (!existsSync(copy)) write(db, copy)
  const folder = dirname(path)
  const own = `${basename(path)}.before-`
  for (const name of readdirSync(folder))
    if (name.startsWith(own) && name !== basename(copy)) rmSync(join(folder, name), { force: true })
  return copy
}

const write = (db: Database, copy: string) => {
  const draft = `${copy}.part`
  rmSync(draft, { force: true })
  // For its owner alone from the beginning: SQLite takes a file that is empty.
  const handle = openSync(draft, 'wx', 0o600)
  try {
    giveToOwnerOf(dirname(draft), handle)
    db.run('VACUUM INTO ?', [draft])
    fsyncSync(handle)
    renameSync(draft, copy)
    flushFolder(dirname(copy))
  } catch (problem) {
    rmSync(draft, { force: true })
    throw problem
  } finally {
    closeSync(handle)
  }
}
