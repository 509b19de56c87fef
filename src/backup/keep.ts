import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the desk itself calls its backups: in the order of their names they are in that of their making. */
const OWN = /^bellhop-\d{8}T\d{6}Z\.tar$/
const OWN_DRAFT = /^bellhop-\d{8}T\d{6}Z\.tar\.[0-9a-f]{12}\.part$/
/** A draft that nobody has touched for so long was left by a process that is no more, ms. */
const LEFT_MS = 600_000

/** `bellhop-20261130T190312Z.tar`. */
export const backupName = (at: number): string =>
  `bellhop-${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}.tar`

/** The backups of a folder that the desk has named, the newest first. */
export const backupsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => OWN.test(name))
    .toSorted()
    .toReversed()

/**
 * Removes those of its own backups that are more than so many, the oldest first, and what others have left
 * that were cut short. What somebody else put there stays. Answers the names of what it removed.
 */
export const rotate = (folder: string, keep: number, now: number): string[] => {
  const over = backupsIn(folder).slice(keep)
  const isLeft = (name: string) => now - statSync(join(folder, name)).mtimeMs > LEFT_MS
  const drafts = readdirSync(folder).filter((name) => OWN_DRAFT.test(name) && isLeft(name))
  for (const name of [...over, ...drafts]) rmSync(join(folder, name), { force: true })
  return over
}
