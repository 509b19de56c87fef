import {
  type BigIntStats,
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { giveToOwnerOf } from '../../disk/own'
import { proveRegularStats } from '../../disk/regular'
import { tryLock } from './flock'
import { eraseHolder, holderOf, nameHolder } from './holder'
import { proveOneName } from './one-name'

/** A database file that this process alone works with. */
export type LockedFile = {
  /** Its own name, with every link followed: SQLite keeps its log beside that one. */
  path: string
  /** Open on it for as long as the lock holds. */
  handle: number
  /** Tells others who has it, in a note beside it: once it is proved that nothing there is another's. */
  sign(): void
  /** Lets it go. When opening it failed, one that was made for it goes too. */
  release(how?: { failed: boolean }): void
}

/**
 * What this process holds, by device and inode. A file it has locked must never be opened and
 * closed beside the lock: the kernel would take that for letting go of SQLite's own locks on it.
 */
const held = new Set<string>()

/** How often a file that was taken away between two looks is looked for again. */
const LOOKS = 3

/**
 * Makes this process the only one that works with a database file, which is made when there is
 * none. The lock is on the file itself and not on its name, so it is the same by a link, another
 * folder or another container's mount; it ends with the process however that ends.
 * Throws a sentence that names the holder, or why the file cannot be told from another.
 */
export const lockFor = (path: string): LockedFile => {
  for (let n = 0; n < LOOKS; n += 1) {
    const locked = lockAsItIs(path)
    if (locked) return locked
  }
  throw new Error(`${path} is being replaced by another program`)
}

/** Undefined when another program took the file away meanwhile. */
const lockAsItIs = (path: string): LockedFile | undefined => {
  const known = statSync(path, { bigint: true, throwIfNoEntry: false })
  if (known) proveRegularStats(path, known)
  if (known && held.has(identityOf(known))) throw inUse(path)
  const { handle, made } = openOrMake(path)
  let locked = false
  try {
    const file = fstatSync(handle, { bigint: true })
    // Another may have been put there since the look.
    proveRegularStats(path, file)
    locked = tryLock(handle)
    if (!locked) throw inUse(path)
    const named = statSync(path, { bigint: true, throwIfNoEntry: false })
    if (!named || identityOf(named) !== identityOf(file)) {
      closeSync(handle)
      return undefined
    }
    const real = realpathSync(path)
    proveOneName(real, file)
    return keep(real, handle, { made, identity: identityOf(file) })
  } catch (problem) {
    // One that somebody else has locked meanwhile is theirs, whoever made it.
    if (made && locked) rmSync(path, { force: true })
    closeSync(handle)
    throw problem
  }
}

const keep = (
  path: string,
  handle: number,
  { made, identity }: { made: boolean; identity: string },
): LockedFile => {
  held.add(identity)
  let signed = false
  return {
    path,
    handle,
    sign: () => {
      signed = true
      nameHolder(path)
    },
    release: ({ failed } = { failed: false }) => {
      if (signed) eraseHolder(path)
      if (made && failed)
        for (const side of ['', '-wal', '-shm', '-journal'])
          rmSync(`${path}${side}`, { force: true })
      held.delete(identity)
      closeSync(handle)
    },
  }
}

/** Makes the file for its owner alone; SQLite gives its side files the same mode and owner. */
const openOrMake = (path: string): { handle: number; made: boolean } => {
  const known = openKnown(path)
  if (known !== undefined) return { handle: known, made: false }
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Error(`${path} is a link that leads nowhere`)
  try {
    const handle = openSync(path, 'wx+', 0o600)
    giveToOwnerOf(dirname(path), handle)
    return { handle, made: true }
  } catch (problem) {
    // Another program was quicker to make it.
    const handle = codeOf(problem) === 'EEXIST' ? openKnown(path) : undefined
    if (handle === undefined) throw problem
    return { handle, made: false }
  }
}

const openKnown = (path: string): number | undefined => {
  try {
    return openSync(path, 'r+')
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return undefined
    throw problem
  }
}

const codeOf = (problem: unknown) => (problem as { code?: unknown }).code

const identityOf = ({ dev, ino }: Pick<BigIntStats, 'dev' | 'ino'>) => `${dev}:${ino}`

/** Whether this process has the file locked; it has proved then whose it is. */
export const isHeld = (path: string): boolean => {
  const known = statSync(path, { bigint: true, throwIfNoEntry: false })
  return known !== undefined && held.has(identityOf(known))
}

const inUse = (path: string) => {
  const real = realpathSync(path)
  return new Error(`${path} is in use by ${holderOf(real)}. Stop it first.`)
}
