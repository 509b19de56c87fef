import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'

/** Memory that is made into files by whoever asks, on Linux. */
const MEMORY = '/dev/shm'

/** What must be free there, and on the machine, bytes: many times what a run needs at once. */
const ROOM_BYTES = 4 * 2 ** 30
const FREE_BYTES = 8 * 2 ** 30

/**
 * Where a run keeps its files: in memory where there is plenty, for else every commit of every
 * test waits for the disk. What tests kill are programs and never the machine: what was written is
 * there after it, be it on a disk or not. That a store asks the disk is a setting with a test.
 */
export const scratchPlace = (memory = MEMORY): string =>
  existsSync(memory) && runsPrograms(memory) && isRoomy(memory) ? memory : tmpdir()

const isRoomy = (folder: string): boolean => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= ROOM_BYTES && freemem() >= FREE_BYTES
}

/** Containers may have it for passing things alone, and programs are built there. */
const runsPrograms = (folder: string): boolean =>
  readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .some(([, at, , options = '']) => at === folder && !options.split(',').includes('noexec'))
