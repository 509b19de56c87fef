import { Malformed, type Reader } from '../reader'
import { type Drawn, frameCount, proveSize, type Size } from './size'

const drawing = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const firsts = new Set(['VP8X', 'VP8 ', 'VP8L'])
/** Flags of `VP8X` that announce what is left out here. */
const EXIF_AND_XMP = 0x0c

/**
 * A WebP with nothing in the place of what does not draw it (RFC 9649, 2.7): its length stands at
 * the start, before anybody knows what will be left out.
 */
export async function* cleanWebp(
  bytes: Reader,
  tell: (about: Partial<Drawn>) => void,
): AsyncGenerator<Uint8Array> {
  const riff = await bytes.take(12)
  yield riff
  let left = riff.readUInt32LE(4) - 4
  const frames = frameCount()
  let isDrawn = false
  for (let nth = 0; left > 0; nth += 1) {
    const head = await bytes.take(8)
    const [type, length] = [head.toString('latin1', 0, 4), head.readUInt32LE(4)]
    const padded = length + (length % 2)
    left -= 8 + padded
    if (left < 0) throw new Malformed('a chunk is longer than all')
    if (nth === 0) tell(await firstSize(bytes, type))
    if (type === 'ANMF') frames.next()
    isDrawn ||= type === 'ANMF' || type.startsWith('VP8 ') || type === 'VP8L'
    yield* chunk(bytes, { head, type, padded })
  }
  if (!isDrawn) throw new Malformed('there is no picture in it')
  tell({ moves: frames.count() > 0 })
}

type Chunk = { head: Buffer; type: string; padded: number }

async function* chunk(bytes: Reader, { head, type, padded }: Chunk) {
  if (!drawing.has(type)) {
    yield Buffer.concat([Buffer.from('JUNK'), head.subarray(4)])
    for await (const piece of bytes.pass(padded)) yield new Uint8Array(piece.byteLength)
    return
  }
  yield head
  if (type !== 'VP8X') return yield* bytes.pass(padded)
  const flags = Buffer.from(await bytes.take(1))
  yield Buffer.from([flags.readUInt8(0) & ~EXIF_AND_XMP])
  yield* bytes.pass(padded - 1)
}

const firstSize = async (bytes: Reader, type: string): Promise<Size> => {
  if (!firsts.has(type)) throw new Malformed('its head is not first')
  const head = await bytes.look(10)
  if (head.byteLength < 10) throw new Malformed('no head')
  const size = sizeIn(head, type)
  proveSize(size)
  return size
}

const sizeIn = (head: Buffer, type: string): Size => {
  if (type === 'VP8X')
    return { width: head.readUIntLE(4, 3) + 1, height: head.readUIntLE(7, 3) + 1 }
  if (type === 'VP8 ')
    return { width: head.readUInt16LE(6) & 0x3fff, height: head.readUInt16LE(8) & 0x3fff }
  const bits = head.readUInt32LE(1)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}
