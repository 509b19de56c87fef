import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../clock'
import type { Config } from '../../config'
import { programName } from '../program-name'
import { bad, type Finding, fair, good } from './finding'

const MEBIBYTE = 1024 * 1024
/** A start makes four files, and other programs make theirs. */
const FEW_INODES = 20

const NEEDS_INODES = 'Remove files that are not needed: each takes one, however small.'

/** Free space and who may read the folder. */
export const lookAtDisk = ({ dataDir }: Pick<Config, 'dataDir'>): Finding[] => {
  if (!existsSync(dataDir))
    return [fair('disk', `${dataDir} is not there yet`, `${programName()} serve makes it`)]
  const { bavail, bsize, files, ffree } = statfsSync(dataDir)
  const free = Math.floor((bavail * bsize) / MEBIBYTE)
  const says = `${free.toLocaleString('en')} MB free for ${dataDir}`
  const space =
    free < 100
      ? bad('disk', says, 'Make room: without any, nothing can be said.')
      : free < 1024
        ? fair('disk', says, 'Make room before it is needed.')
        : good('disk', says)
  // Some file systems make inodes as they need them, and count none.
  const inodes =
    files > 0 && ffree < FEW_INODES
      ? [bad('disk', `${ffree} inodes left for ${dataDir}, whatever the room`, NEEDS_INODES)]
      : []
  const rights = [...readable(dataDir, 0o700), ...readable(join(dataDir, 'secret'), 0o600)]
  return [...inodes, space, ...rights]
}

const readable = (path: string, wanted: number): Finding[] => {
  if (!existsSync(path)) return []
  const mode = statSync(path).mode & 0o777
  const shown = mode.toString(8).padStart(4, '0')
  return (mode & 0o077) === 0
    ? [good('rights', `${path} is for its owner only (${shown})`)]
    : [bad('rights', `${path} is open to others (${shown})`, `chmod ${wanted.toString(8)} ${path}`)]
}

/** Descriptors kept back for the database, the log and pages being sent. */
const reserve = (limit: number) => Math.min(256, Math.max(24, Math.floor(limit / 10)))

/** How many live connections the limit on open files leaves room for. */
export const connectionsFor = (limit: number): number => Math.max(0, limit - reserve(limit))

/** How many connections fit under the limit of open files; nothing where none is told. */
export const lookAtFiles = (limit = openFiles()): Finding[] => {
  if (limit === null) return []
  const room = connectionsFor(limit)
  const says = `${limit.toLocaleString('en')} open files: can hold about ${room.toLocaleString('en')} connections`
  return room < 1000
    ? [fair('files', says, 'ulimit -n 65536, or LimitNOFILE=65536 in the unit of systemd')]
    : [good('files', says)]
}

/** The soft limit of this process; null where the system does not tell, Infinity for none. */
const openFiles = (): number | null => {
  const file = '/proc/self/limits'
  if (!existsSync(file)) return null
  const soft = /^Max open files\s+(\d+|unlimited)/m.exec(readFileSync(file, 'utf8'))?.[1]
  if (soft === undefined) return null
  return soft === 'unlimited' ? Number.POSITIVE_INFINITY : Number(soft)
}

/** When this was written, no honest clock showed less: 1 January 2026. */
const EARLIEST_MS = Date.UTC(2026, 0, 1)
const WATCHED_FILES = 300

/** Whether the clock runs, runs evenly, and shows a believable day. */
export const lookAtClock = async (): Promise<Finding[]> => {
  const [wall, steady] = [systemClock.now(), performance.now()]
  await systemClock.sleep(WATCHED_FILES)
  const drift = systemClock.now() - wall - (performance.now() - steady)
  if (wall < EARLIEST_MS)
    return [
      bad(
        'clock',
        `it shows ${new Date(wall).toISOString()}`,
        'Set it, and let NTP keep it: timedatectl set-ntp true',
      ),
    ]
  if (Math.abs(drift) > 100)
    return [
      fair(
        'clock',
        `it jumped ${Math.round(drift)} ms while it was watched`,
        'Let NTP slew it: timedatectl set-ntp true',
      ),
    ]
  return [good('clock', `${new Date(wall).toISOString()}, running evenly`)]
}
