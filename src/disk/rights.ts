import { accessSync, constants, existsSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { codesOf } from './codes'
import { nearest } from './nearest'

/**
 * Which file or folder this process may not read and write, and what puts that right, as the end of a
 * sentence; undefined when it may. `folder` holds nothing but what is this program's, so that all of
 * it may be given to another user at once.
 */
export const noRight = (path: string, folder?: string): string | undefined => {
  const at = nearest(path)
  // SQLite writes its log beside the file, so what is there and the folder count too.
  const beside = ['-wal', '-shm', '-journal']
    .map((side) => `${path}${side}`)
    .filter((one) => existsSync(one))
  const places = statSync(at).isDirectory() ? [at] : [at, ...beside, dirname(at)]
  return places.map((place) => refusalAt(place, folder)).find((why) => why !== undefined)
}

const refusalAt = (place: string, folder: string | undefined): string | undefined => {
  const stats = statSync(place)
  const wanted = constants.R_OK | constants.W_OK | (stats.isDirectory() ? constants.X_OK : 0)
  try {
    accessSync(place, wanted)
    return undefined
  } catch (problem) {
    if (codesOf(problem).includes('EROFS'))
      return `${place} is on a read-only file system: mount it for writing, or choose another place`
    return refused(place, stats, dirname(place) === folder ? folder : place)
  }
}

/** `given` is what another owner is to give away: what lies beside it is mostly theirs too. */
const refused = (place: string, stats: Stats, given: string): string => {
  const { uid, mode } = stats
  const shown = (mode & 0o7777).toString(8).padStart(4, '0')
  const own = process.geteuid?.() ?? 'another'
  if (uid === own)
    return (
      `${place} is this user’s own, and its mode (${shown}) keeps them from it: ` +
      `chmod ${stats.isDirectory() ? 'u+rwx' : 'u+rw'} ${place}`
    )
  return (
    `${place} belongs to user ${uid} (mode ${shown}), and this process runs as user ${own}: ` +
    `run it as user ${uid}, or chown -R ${own} ${given}`
  )
}
