const EXIF = Buffer.from('Exif\0\0', 'latin1')
const ORIENTATION = 0x0112
const ENTRY_BYTES = 12

/** Which way up an image is held, 1 to 8, as the Exif of a JPEG says it; 1 when it does not. */
export const orientationIn = (segment: Buffer): number => {
  const tiff = segment.subarray(EXIF.byteLength)
  if (!segment.subarray(0, EXIF.byteLength).equals(EXIF) || tiff.byteLength < 14) return 1
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.byteLength) return 1
  const count = short(first)
  for (let nth = 0; nth < count; nth += 1) {
    const at = first + 2 + nth * ENTRY_BYTES
    if (at + ENTRY_BYTES > tiff.byteLength) return 1
    if (short(at) === ORIENTATION) return isTurn(short(at + 8)) ? short(at + 8) : 1
  }
  return 1
}

const isTurn = (value: number) => value >= 1 && value <= 8

/** Whether it lies on its side: width and height of what is shown are the other way round. */
export const isOnItsSide = (orientation: number): boolean => orientation >= 5

/** A segment that says which way up it is, and nothing else. */
export const orientationSegment = (orientation: number): Buffer => {
  // One directory with one entry, a short, and no directory after it.
  const tiff = Buffer.from(
    'MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0',
    'latin1',
  )
  tiff.writeUInt16BE(orientation, 18)
  const body = Buffer.concat([EXIF, tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.byteLength + 2, 2)
  return Buffer.concat([head, body])
}
