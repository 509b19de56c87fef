import { Malformed, type Reader } from '../reader'
import { type Drawn, frameCount, proveSize, type Size } from './size'

/** What draws the picture: times, texts, places and what nobody knows are left out. */
const drawing = new Set(
  'IHDR PLTE tRNS IDAT IEND gAMA cHRM sRGB sBIT iCCP cICP bKGD pHYs acTL fcTL fdAT'.split(' '),
)
const SIGNATURE_BYTES = 8
/** Of the check sum after each chunk. */
const SUM_BYTES = 4

/** A PNG without what does not draw it (W3C, Portable Network Graphics, 5). */
export async function* cleanPng(
  bytes: Reader,
  tell: (about: Partial<Drawn>) => void,
): AsyncGenerator<Uint8Array> {
  yield await bytes.take(SIGNATURE_BYTES)
  const frames = frameCount()
  let isDrawn = false
  for (let nth = 0; ; nth += 1) {
    const head = await bytes.take(8)
    const [length, type] = [head.readUInt32BE(0), head.toString('latin1', 4)]
    if (!/^[A-Za-z]{4}$/.test(type)) throw new Malformed('no chunk')
    if ((nth === 0) !== (type === 'IHDR')) throw new Malformed('its head is not first')
    if (nth === 0) tell(sizeIn(await bytes.look(8)))
    if (type === 'IDAT') isDrawn = true
    if (type === 'fcTL') frames.next()
    if (!drawing.has(type)) await bytes.skip(length + SUM_BYTES)
    else {
      yield head
      yield* bytes.pass(length + SUM_BYTES)
    }
    if (type === 'IEND') break
  }
  if (!isDrawn) throw new Malformed('there is no picture in it')
  tell({ moves: frames.count() > 0 })
}

const sizeIn = (head: Buffer): Size => {
  if (head.byteLength < 8) throw new Malformed('no head')
  const size = { width: head.readUInt32BE(0), height: head.readUInt32BE(4) }
  proveSize(size)
  return size
}
