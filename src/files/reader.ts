/** What was sent ends before its form says so, or is not of that form. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}

/** Bytes as they come, read by exact numbers. */
export type Reader = ReturnType<typeof readerOver>

export const readerOver = (source: AsyncIterable<Uint8Array>) => {
  const pieces = source[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array(0)

  /** The next piece, of whatever length; undefined at the end. */
  const some = async (): Promise<Uint8Array | undefined> => {
    while (rest.byteLength === 0) {
      const { done, value } = await pieces.next()
      if (done) return undefined
      rest = value
    }
    const piece = rest
    rest = new Uint8Array(0)
    return piece
  }
  /** Puts back what was read too much. */
  const unread = (piece: Uint8Array) => {
    rest = rest.byteLength === 0 ? piece : Buffer.concat([piece, rest])
  }
  /** At most so many, fewer only at the end: they are read again by what comes next. */
  const look = async (count: number): Promise<Buffer> => {
    const parts: Uint8Array[] = []
    let length = 0
    while (length < count) {
      const piece = await some()
      if (!piece) break
      parts.push(piece)
      length += piece.byteLength
    }
    const all = Buffer.concat(parts)
    unread(all)
    return all.subarray(0, count)
  }
  /** The next bytes, exactly so many and few enough to hold. */
  const take = async (count: number): Promise<Buffer> => {
    const bytes = await look(count)
    if (bytes.byteLength < count) throw new Malformed('it ends too early')
    rest = rest.subarray(count)
    return bytes
  }
  /** The next bytes as they come, exactly so many, however many those are. */
  async function* pass(count: number): AsyncGenerator<Uint8Array> {
    let left = count
    while (left > 0) {
      const piece = await some()
      if (!piece) throw new Malformed('it ends too early')
      if (piece.byteLength > left) unread(piece.subarray(left))
      yield piece.subarray(0, left)
      left -= Math.min(left, piece.byteLength)
    }
  }
  const skip = async (count: number): Promise<void> => {
    for await (const _ of pass(count));
  }
  /** All that is left. */
  async function* all(): AsyncGenerator<Uint8Array> {
    for (let piece = await some(); piece; piece = await some()) yield piece
  }
  return { some, unread, look, take, pass, skip, all }
}
