import type { Files } from '../store/ports/files'
import type { FileBytes } from './bytes'
import { inLumps } from './lumps'
import { asNoPlace } from './no-place'

/** Bytes of each piece but the last: with its hexadecimal twice as long, and below any server's limit. */
const PIECE_BYTES = 256 * 1024

/** Files in pieces, in the database: every node that shares it has them. */
export const databaseFiles = (
  store: Pick<Files, 'putPiece' | 'piece' | 'removePieces'>,
): FileBytes => ({
  put: async (id, bytes) => {
    let [count, nth] = [0, 0]
    try {
      for await (const piece of inLumps(bytes, PIECE_BYTES)) {
        await store.putPiece(id, nth, piece)
        count += piece.byteLength
        nth += 1
      }
      return count
    } catch (problem) {
      await store.removePieces(id).catch(() => {})
      throw asNoPlace(problem)
    }
  },
  read: async (id, from, to) => {
    let at = from
    const next = () => store.piece(id, Math.floor(at / PIECE_BYTES))
    let piece = await next()
    if (!piece) return undefined
    return new ReadableStream<Uint8Array>({
      async pull(stream) {
        piece ??= await next()
        // It was removed while somebody was reading it.
        if (!piece) return stream.error(new Error('The file is gone'))
        const begin = at % PIECE_BYTES
        const part = piece.subarray(begin, begin + to - at)
        if (part.byteLength > 0) stream.enqueue(part)
        at += part.byteLength
        if (at >= to || part.byteLength === 0) stream.close()
        piece = undefined
      },
    })
  },
  remove: (id) => store.removePieces(id),
})
