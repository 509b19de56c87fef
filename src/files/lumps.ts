/** The same bytes in lumps of exactly so many, but for the last. Each holds until the next is asked for. */
export async function* inLumps(
  bytes: AsyncIterable<Uint8Array>,
  lumpBytes: number,
): AsyncGenerator<Uint8Array> {
  const lump = new Uint8Array(lumpBytes)
  let filled = 0
  for await (const piece of bytes) {
    let done = 0
    while (done < piece.byteLength) {
      const part = piece.subarray(done, done + lumpBytes - filled)
      lump.set(part, filled)
      done += part.byteLength
      filled += part.byteLength
      if (filled < lumpBytes) continue
      yield lump
      filled = 0
    }
  }
  if (filled > 0) yield lump.subarray(0, filled)
}
