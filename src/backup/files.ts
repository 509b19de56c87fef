import { open } from 'node:fs/promises'
import type { FileBytes } from '../files/bytes'
import { databaseFiles } from '../files/database'
import { pathOfFile } from '../files/disk'
import type { Dump, Load } from '../store/dump/dump'

/** What is read at a time. */
const PIECE_BYTES = 256 * 1024

/**
 * Where a backup finds the bytes of files: on the disk, or in the database that it is taken of, and it
 * looks at both, for a desk may have changed its place. One that is found can be read to its end,
 * even if it is removed meanwhile.
 */
export const filesOf = (dataDir: string, dump: Pick<Dump, 'pieces'>) => async (id: string) =>
  (await onDisk(pathOfFile(dataDir, id))) ?? (await inDatabase(dump, id))

const onDisk = async (path: string) => {
  const handle = await open(path, 'r').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT' || problem.code === 'ENOTDIR') return undefined
    throw problem
  })
  if (!handle) return undefined
  return (async function* () {
    try {
      for (let at = 0; ; ) {
        const { bytesRead, buffer } = await handle.read(
          Buffer.alloc(PIECE_BYTES),
          0,
          PIECE_BYTES,
          at,
        )
        if (bytesRead === 0) return
        at += bytesRead
        yield buffer.subarray(0, bytesRead)
      }
    } finally {
      await handle.close()
    }
  })()
}

const inDatabase = async (dump: Pick<Dump, 'pieces'>, id: string) => {
  const pieces = dump.pieces(id)
  const first = await pieces.next()
  if (first.done) return undefined
  return (async function* () {
    yield first.value
    yield* pieces
  })()
}

const PIECES = { name: 'file_pieces', columns: ['file', 'nth', 'bytes'] }

/** Files on their way into a database that is being filled, which has none of them yet. */
export const filesInto = (load: Pick<Load, 'insert'>): FileBytes =>
  databaseFiles({
    putPiece: async (file, nth, bytes) => {
      const b64 = Buffer.from(bytes).toString('base64')
      await load.insert(PIECES, [[file, nth, { b64 }]])
    },
    piece: async () => undefined,
    removePieces: async () => {},
  })
