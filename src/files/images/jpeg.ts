import { Malformed, type Reader } from '../reader'
import { isOnItsSide, orientationIn, orientationSegment } from './exif'
import { type Drawn, frameCount, proveSize, type Size } from './size'

const END = 0xd9
const SCAN = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
/** A JFIF head without a small picture of its own. */
const JFIF_BYTES = 14
const SCANS = 200

/** Those that begin a picture; the others of that row are tables. */
const isFrame = (mark: number) => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)
/** What is alone, without a length: restarts, and one that means nothing. */
const isAlone = (mark: number) => (mark >= 0xd0 && mark <= 0xd7) || mark === 0x01

/**
 * A JPEG with its pictures, tables and colours (ITU-T T.81, B). Of what cameras, phones and programs
 * say beside that, only which way up it is stays.
 */
export async function* cleanJpeg(
  bytes: Reader,
  tell: (about: Partial<Drawn>) => void,
): AsyncGenerator<Uint8Array> {
  yield await bytes.take(2)
  const scans = frameCount(SCANS)
  const image = { orientation: 1, isFramed: false }
  let mark = await nextMark(bytes)
  while (mark !== END) {
    const next: { mark?: number } = {}
    if (isAlone(mark)) yield Buffer.from([0xff, mark])
    else {
      const length = await bytes.take(2)
      if (length.readUInt16BE(0) < 2) throw new Malformed('no segment')
      const body = await bytes.take(length.readUInt16BE(0) - 2)
      if (isFrame(mark)) {
        tell(sizeIn(body, image.orientation))
        image.isFramed = true
      }
      yield* kept(mark, length, body, image)
      if (mark === SCAN) {
        scans.next()
        yield* scan(bytes, next)
      }
    }
    mark = next.mark ?? (await nextMark(bytes))
  }
  scans.prove()
  if (!image.isFramed) throw new Malformed('no frame')
  tell({ moves: false, passes: scans.count() })
  yield Buffer.from([0xff, END])
}

/** The next mark, after as many 0xff as somebody likes. */
const nextMark = async (bytes: Reader): Promise<number> => {
  if ((await bytes.take(1)).readUInt8(0) !== 0xff) throw new Malformed('no mark')
  for (;;) {
    const mark = (await bytes.take(1)).readUInt8(0)
    if (mark === 0) throw new Malformed('no mark')
    if (mark !== 0xff) return mark
  }
}

const sizeIn = (body: Buffer, orientation: number): Size => {
  if (body.byteLength < 6) throw new Malformed('no frame')
  const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)]
  proveSize({ width, height })
  return isOnItsSide(orientation) ? { width: height, height: width } : { width, height }
}

function* kept(mark: number, length: Buffer, body: Buffer, image: { orientation: number }) {
  const isOther = mark >= APP0 && mark <= 0xef
  if (mark === APP1 && image.orientation === 1) {
    image.orientation = orientationIn(body)
    if (image.orientation !== 1) yield orientationSegment(image.orientation)
  }
  const isComment = mark === 0xfe
  if (isComment || (isOther && !drawsColours(mark, body))) return
  yield Buffer.from([0xff, mark])
  yield length
  yield body
}

const drawsColours = (mark: number, body: Buffer) =>
  (mark === APP0 && body.byteLength === JFIF_BYTES && body.toString('latin1', 0, 4) === 'JFIF') ||
  (mark === APP2 && body.toString('latin1', 0, 11) === 'ICC_PROFILE') ||
  (mark === APP14 && body.toString('latin1', 0, 5) === 'Adobe')

/** What is coded after the head of a scan, up to the next mark, which it tells. */
async function* scan(bytes: Reader, next: { mark?: number }) {
  for (let piece = await bytes.some(); piece; piece = await bytes.some()) {
    const at = markIn(piece)
    if (at !== undefined) {
      next.mark = piece[at + 1] ?? END
      bytes.unread(piece.subarray(at + 2))
      yield piece.subarray(0, at)
      return
    }
    if (piece.at(-1) !== 0xff) yield piece
    else {
      // The mark may be cut in two.
      yield piece.subarray(0, -1)
      const after = await bytes.some()
      if (!after) break
      bytes.unread(Buffer.concat([piece.subarray(-1), after]))
    }
  }
  // Cameras that lost power leave it without an end; what there is of it can be seen.
  next.mark = END
}

/** Where a mark is that ends a scan, if all of it is in this piece. */
const markIn = (piece: Uint8Array): number | undefined => {
  for (let at = piece.indexOf(0xff); at >= 0; at = piece.indexOf(0xff, at + 1)) {
    const mark = piece[at + 1]
    if (mark === undefined) return undefined
    if (mark !== 0 && mark !== 0xff && !isAlone(mark)) return at
  }
  return undefined
}
