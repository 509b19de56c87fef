import { mkdirSync, rmdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { giveToOwnerOf } from './own'

/**
 * Makes a folder for its owner alone (0700), and those above it that are missing; each belongs to
 * whom the folder above belongs to. Answers how to take back what was made, as far as it is empty.
 */
export const makeFolder = (path: string): (() => void) => {
  const made: string[] = []
  const first = mkdirSync(path, { recursive: true, mode: 0o700 })
  if (first !== undefined) {
    const top = dirname(resolve(first))
    for (let at = resolve(path); at !== top && at !== dirname(at); at = dirname(at)) made.push(at)
  }
  // From the top, so that each folder has its owner before the next is given to the same.
  for (const folder of made.toReversed()) giveToOwnerOf(dirname(folder), folder)
  return () => {
    for (const folder of made) {
      try {
        rmdirSync(folder)
      } catch {
        // Somebody has put something in it.
        return
      }
    }
  }
}
