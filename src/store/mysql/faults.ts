import { Unavailable } from '../unavailable'

/** As much of a driver's error as decides what it means. */
type Fault = Error & { code?: string; errno?: number; fatal?: boolean }

const isFault = (error: unknown): error is Fault => error instanceof Error

/** 1021 and 1114: no room for another row. */
const full = new Set([1021, 1114])

/** Its engine or a file of its failed, and the message has the system's number: 28 for no room, 122 for a quota. */
const failedAtDisk = new Set([3, 1026, 1030, 1180])
const noRoom = /\berr(?:no|or):? (?:28|122)\b|No space left|quota exceeded/i

const isFull = ({ errno = 0, message }: Fault): boolean =>
  full.has(errno) || (failedAtDisk.has(errno) && noRoom.test(message))

/**
 * Another transaction was first: 1205 and 1213 by its locks, 3101 by the vote of a replication
 * group, the others as TiDB says it.
 */
const collisions = new Set([1205, 1213, 3101, 8002, 8005, 8022, 8028, 9007])

/**
 * Too many connections, shutting down, killed, interrupted, read only (a table too: 1036), or a server
 * that has lost the others of its cluster (1047, 1180): the same call may go through later.
 */
const transient = new Set([
  ...[...collisions, 1036, 1040, 1047, 1053, 1180, 1290, 1317, 1792, 1836, 1927, 1969, 3024],
])

/** What Bun and mysql2 say of a server that is not there, or of a pool that has no room. */
const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])
const poolSays = new Set(['Queue limit reached.', 'Pool is closed.', 'No connections available.'])

/** What a driver's error means: `Unavailable` when the same call may go through later. */
export const mysqlFault = (error: unknown): unknown => {
  if (error instanceof Unavailable || !isFault(error)) return error
  if (isFull(error)) {
    return new Unavailable('The disk of the database is full', { cause: error, full: true })
  }
  return isPassing(error)
    ? new Unavailable(`MySQL cannot work now: ${error.code ?? error.message}`, { cause: error })
    : error
}

/** Whether the connection is of no use any more. */
export const isFatal = (error: unknown): boolean =>
  isFault(error) && (error.fatal === true || away.has(error.code ?? ''))

/** Another was quicker and this one is undone: at once, not after a wait for locks (1205). */
export const isOutrun = (error: unknown): boolean =>
  isCollision(error) && isFault(error) && error.errno !== 1205

/** Two transactions stood in each other's way; undone, either goes through. */
export const isCollision = (error: unknown): boolean =>
  isFault(error) && collisions.has(error.errno ?? 0)

/** Name of the unique key that has such a row already, as in `entries.entries_client_id`. */
export const duplicateKey = (error: unknown): string | undefined =>
  isFault(error) && error.errno === 1062
    ? error.message.match(/for key '([^']*)'$/)?.[1]
    : undefined

/** A pool that has no room or is closed: that says nothing of the server. */
export const isPoolFault = (error: unknown): boolean =>
  isFault(error) && poolSays.has(error.message)

/** The table, index or column of an interrupted migration is there, or gone, already. */
export const isDoneAlready = (error: unknown): boolean =>
  isFault(error) && [1050, 1060, 1061, 1091].includes(error.errno ?? 0)

export const isNoTable = (error: unknown): boolean => isFault(error) && error.errno === 1146

export const isNoColumn = (error: unknown): boolean => isFault(error) && error.errno === 1054

const isPassing = (error: Fault): boolean =>
  isFatal(error) ||
  transient.has(error.errno ?? 0) ||
  error.code === 'PROTOCOL_CONNECTION_LOST' ||
  isPoolFault(error)
