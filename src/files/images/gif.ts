import { Malformed, type Reader } from '../reader'
import { type Drawn, frameCount, proveSize } from './size'

const EXTENSION = 0x21
const IMAGE = 0x2c
const END = 0x3b
/** How long a picture stays, and how it gives way to the next. */
const CONTROL = 0xf9
const APPLICATION = 0xff
/** What says how often an animation runs; other programs leave texts of their own. */
const LOOPING = /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/

/** A GIF without comments and what other programs left in it (GIF89a, 17 to 27). */
export async function* cleanGif(
  bytes: Reader,
  tell: (about: Partial<Drawn>) => void,
): AsyncGenerator<Uint8Array> {
  const head = await bytes.take(13)
  const size = { width: head.readUInt16LE(6), height: head.readUInt16LE(8) }
  proveSize(size)
  tell(size)
  yield head
  yield* colours(bytes, head.readUInt8(10))
  const frames = frameCount()
  for (;;) {
    const mark = await bytes.take(1)
    const kind = mark.readUInt8(0)
    if (kind === END) {
      frames.prove()
      tell({ moves: frames.count() > 1 })
      yield mark
      return
    }
    if (kind === IMAGE) {
      frames.next()
      yield* picture(bytes, mark)
    } else if (kind === EXTENSION) yield* extension(bytes, mark)
    else throw new Malformed('no block')
  }
}

/** The table of colours that some flags announce. */
async function* colours(bytes: Reader, flags: number) {
  if (flags & 0x80) yield* bytes.pass(3 * 2 ** ((flags & 0x07) + 1))
}

async function* picture(bytes: Reader, mark: Buffer) {
  const about = await bytes.take(9)
  proveSize({ width: about.readUInt16LE(4), height: about.readUInt16LE(6) })
  yield mark
  yield about
  yield* colours(bytes, about.readUInt8(8))
  yield* bytes.pass(1)
  yield* blocks(bytes)
}

async function* extension(bytes: Reader, mark: Buffer) {
  const head = await bytes.take(2)
  const [label, length] = [head.readUInt8(0), head.readUInt8(1)]
  const first = await bytes.take(length)
  const isKept =
    label === CONTROL || (label === APPLICATION && LOOPING.test(first.toString('latin1')))
  if (isKept) {
    yield mark
    yield head
    yield first
  }
  // An empty first block is the last one too.
  if (length === 0) return
  for await (const block of blocks(bytes)) if (isKept) yield block
}

/** Blocks of at most 255 bytes, up to the empty one. */
async function* blocks(bytes: Reader) {
  for (;;) {
    const length = await bytes.take(1)
    yield length
    if (length.readUInt8(0) === 0) return
    yield* bytes.pass(length.readUInt8(0))
  }
}
