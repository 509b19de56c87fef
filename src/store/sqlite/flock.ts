import { dlopen } from 'bun:ffi'

/** LOCK_EX and LOCK_NB: for one alone, and told at once; the same on every system. */
const EXCLUSIVE_AT_ONCE = 2 | 4

/** What the C library is called: by glibc, by musl, on macOS. */
const libraries = [
  'libc.so.6',
  `libc.musl-${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}.so.1`,
  'libSystem.B.dylib',
]

type Flock = (handle: number, how: number) => number
let flock: Flock | undefined

const load = (): Flock => {
  for (const name of libraries) {
    try {
      const { symbols } = dlopen(name, { flock: { args: ['i32', 'i32'], returns: 'i32' } })
      return symbols.flock
    } catch {
      // This system has another.
    }
  }
  throw new Error('This system has no flock, so the file cannot be kept from a second program')
}

/**
 * Locks the file behind a handle against every other handle of it, by whatever name that was opened,
 * in this process, another one or another container of this machine. The kernel keeps the lock on
 * the file itself and ends it with the handle, so none is ever stale; SQLite's own locks know
 * nothing of it. False when somebody else has it.
 */
export const tryLock = (handle: number): boolean => {
  flock ??= load()
  return flock(handle, EXCLUSIVE_AT_ONCE) === 0
}
