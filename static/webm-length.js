/**
 * Browsers record WebM as a stream, which does not say how long it is: who plays it could neither see
 * that nor go to a place in it. Comes with `static/voice.js`.
 */
;(() => {
  const INFO = [0x15, 0x49, 0xa9, 0x66]
  const LENGTH = [0x44, 0x89]
  const HEAD_BYTES = 512

  const find = (bytes, sign, from = 0) => {
    for (let at = from; at <= bytes.length - sign.length; at += 1)
      if (sign.every((byte, nth) => bytes[at + nth] === byte)) return at
    return -1
  }

  /** The same recording with its length, in ms, where that has a place and is not told. */
  const withLength = async (blob, ms) => {
    const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer())
    const info = find(head, INFO)
    if (info < 0) return blob
    // How many bytes hold the size is said by the zeros that its first begins with.
    const size = info + INFO.length
    const width = Math.clz32(head[size]) - 23
    if (width < 1 || width > 8) return blob
    let count = head[size] & (0xff >> width)
    for (let nth = 1; nth < width; nth += 1) count = count * 256 + head[size + nth]
    const [body, end] = [size + width, size + width + count]
    if (end > head.length || find(head.subarray(0, end), LENGTH, body) >= 0) return blob
    // Its own head, eight bytes of size, the length as it is told in steps of a millisecond.
    const told = new DataView(new ArrayBuffer(INFO.length + 8))
    for (const [nth, byte] of INFO.entries()) told.setUint8(nth, byte)
    told.setBigUint64(INFO.length, (1n << 56n) + BigInt(count + 11))
    const length = new DataView(new ArrayBuffer(11))
    length.setUint16(0, 0x4489)
    length.setUint8(2, 0x88)
    length.setFloat64(3, ms)
    const parts = [head.slice(0, info), told, head.slice(body, end), length, blob.slice(end)]
    return new Blob(parts, { type: blob.type })
  }

  bellhop.withLength = withLength
})()
