import { type BigIntStats, readFileSync, realpathSync, statSync } from 'node:fs'

/**
 * Proves that a database file has one name and no other, before it is opened to be read or written.
 * SQLite keeps its log beside the name it was opened by: by another one the newest of what was said
 * would be missing, and be lost. `path` has no link in it that is still to be followed.
 */
export const proveOneName = (path: string, { nlink, ino }: BigIntStats): void => {
  if (nlink > 1n)
    throw new Error(
      `${path} has ${nlink} names (hard links), and by another one its log would be missing. ` +
        `It is not opened: find the others with find / -xdev -inum ${ino}, and keep one`,
    )
  if (mountPoints().includes(path))
    throw new Error(
      `${path} is mounted without its folder, so its log would be kept elsewhere and lost. ` +
        'It is not opened: mount the folder it is in',
    )
}

/** The same for who has not looked yet. Opens nothing, and leaves nothing beside the file. */
export const proveOneNameAt = (path: string): void =>
  proveOneName(realpathSync(path), statSync(path, { bigint: true }))

/** Everything that is mounted somewhere; none where the system does not tell. */
const mountPoints = (): string[] => {
  try {
    const lines = readFileSync('/proc/self/mountinfo', 'utf8').split('\n')
    return lines.map((line) => unescaped(line.split(' ')[4] ?? ''))
  } catch {
    return []
  }
}

/** Spaces and the like stand there as octal numbers. */
const unescaped = (name: string) =>
  name.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
