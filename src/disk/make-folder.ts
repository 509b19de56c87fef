import { existsSync, mkdirSync, rmdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { asSeen } from './explain'
import { giveToOwnerOf } from './own'

/**
 * Makes a folder for its owner alone (0700), and those above it that are missing; each belongs to
 * whom the folder above belongs to. Answers how to take back what was made, as far as it is empty.
 * When not all of them can be made none is left.
 */
export const makeFolder = (path: string): (() => void) => {
  const made: string[] = []
  const takeBack = () => {
    for (const folder of made.toReversed()) {
      try {
        rmdirSync(folder)
      } catch {
        // Somebody has put something in it.
        return
      }
    }
  }
  try {
    // From the top, so that each folder has its owner before the next is given to the same.
    for (const folder of missing(resolve(path)).toReversed()) {
      // Answers nothing where another program was quicker.
      if (mkdirSync(folder, { recursive: true, mode: 0o700 }) === undefined) continue
      made.push(folder)
      giveToOwnerOf(dirname(folder), folder)
    }
    // What is no folder is refused.
    mkdirSync(path, { recursive: true })
  } catch (problem) {
    const seen = asSeen(problem, path)
    takeBack()
    throw seen
  }
  return takeBack
}

const missing = (path: string): string[] =>
  existsSync(path) || path === dirname(path) ? [] : [path, ...missing(dirname(path))]
