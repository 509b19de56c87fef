import { deflateSync } from 'node:zlib'

const latin = (text: string) => Buffer.from(text, 'latin1')
const u16 = (value: number) => Buffer.from([value >> 8, value & 0xff])
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const u32le = (value: number) => Buffer.from(u32(value)).reverse()
const whole = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts))

/** Where a photo was taken, as cameras write it. */
export const PLACE = 'GPS 52.52 N 13.40 E, Vera Cam 3000'

const chunk = (type: string, data: Uint8Array) => {
  const body = Buffer.concat([latin(type), data])
  return Buffer.concat([u32(data.byteLength), body, u32(Bun.hash.crc32(body))])
}
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

type Png = { width?: number; height?: number; more?: Uint8Array[]; noise?: number }

/** A PNG of one colour that any browser draws, unless it says to be larger than it is. */
export const png = ({ width = 3, height = 2, more = [], noise = 0 }: Png = {}) => {
  const head = Buffer.concat([u32(width), u32(height), Buffer.from([8, 2, 0, 0, 0])])
  const rows = width * height > 1e6 ? Buffer.alloc(10) : Buffer.alloc(height * (1 + width * 3), 90)
  const pixels =
    noise > 0 ? Buffer.concat([deflateSync(rows), Buffer.alloc(noise, 7)]) : deflateSync(rows)
  return whole(
    ...[signature, chunk('IHDR', head), ...more],
    ...[chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))],
  )
}
export const pngFrame = chunk('fcTL', Buffer.alloc(26))
export const pngText = chunk('tEXt', latin(`Comment\0${PLACE}`))

/** Exif in either order of bytes, with which way up it is and a place. */
const exif = (turn: number, order: 'II' | 'MM') => {
  const short = (value: number) => (order === 'MM' ? u16(value) : Buffer.from(u16(value)).reverse())
  const long = (value: number) => (order === 'MM' ? u32(value) : u32le(value))
  const entry = [short(0x0112), short(3), long(1), short(turn), short(0)]
  const tiff = [latin(order), short(42), long(8), short(1), ...entry, long(0)]
  return Buffer.concat([latin('Exif\0\0'), ...tiff, latin(PLACE)])
}
const segment = (mark: number, body: Uint8Array) =>
  Buffer.concat([Buffer.from([0xff, mark]), u16(body.byteLength + 2), body])

type Jpeg = {
  width?: number
  height?: number
  turn?: number
  order?: 'II' | 'MM'
  end?: Uint8Array
}

/** The form of a photo, though not a picture of anything. */
export const jpeg = ({ width = 40, height = 30, turn = 6, order = 'MM', end }: Jpeg = {}) =>
  whole(
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    segment(0xe1, exif(turn, order)),
    segment(0xed, latin(`Photoshop ${PLACE}`)),
    segment(0xfe, latin(PLACE)),
    segment(0xe2, latin('ICC_PROFILE\0\x01\x01profile')),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(
      0xc0,
      Buffer.concat([Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 17, 0])]),
    ),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
    end ?? Buffer.from([0xff, 0xd9]),
  )

/** A picture of many colours with some noise, as cameras make it: 3 bytes for each pixel. */
const bmp = (width: number, height: number) => {
  const row = (width * 3 + 3) & ~3
  const head = [2, 54 + row * height, 10, 54, 14, 40, 18, width, 22, height, 26, 0x18_0001]
  const bytes = Buffer.alloc(54 + row * height)
  bytes.write('BM')
  for (let n = 0; n < head.length; n += 2) bytes.writeUInt32LE(head[n + 1] ?? 0, head[n] ?? 0)
  for (let at = 54; at < bytes.length; at += 1)
    bytes[at] = ((at >> 4) & 0xc0) + (Math.imul(at, 2_654_435_761) >>> 27)
  return bytes
}

/** A photo that can be decoded, as a phone takes it: with a place, and on its side if it says so. */
export const photo = async ({ width = 960, height = 720, turn = 1 } = {}) => {
  const bytes = await new Bun.Image(bmp(width, height)).jpeg({ quality: 80 }).bytes()
  return whole(bytes.subarray(0, 2), segment(0xe1, exif(turn, 'MM')), bytes.subarray(2))
}

type Gif = { width?: number; height?: number; frames?: number }

export const gif = ({ width = 1, height = 1, frames = 1 }: Gif = {}) => {
  const le = (value: number) => Buffer.from(u16(value)).reverse()
  const frame = [Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0])]
  return whole(
    ...[latin('GIF89a'), le(width), le(height), Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255])],
    ...[Buffer.from([0x21, 0xfe, PLACE.length]), latin(PLACE), Buffer.from([0])],
    ...[Buffer.from([0x21, 0xff, 11]), latin('NETSCAPE2.0'), Buffer.from([3, 1, 0, 0, 0])],
    ...[Buffer.from([0x21, 0xff, 11]), latin('XMP DataXMP'), Buffer.from([3, 1, 2, 3, 0])],
    ...Array.from({ length: frames }, () => frame).flat(),
    Buffer.from([0x3b]),
  )
}

export const webp = ({ width = 7, height = 5, frames = 0 } = {}) => {
  const part = (type: string, body: Uint8Array) =>
    Buffer.concat([latin(type), u32le(body.byteLength), body, Buffer.alloc(body.byteLength % 2)])
  const size = [u32le(width - 1).subarray(0, 3), u32le(height - 1).subarray(0, 3)]
  const body = Buffer.concat([
    latin('WEBP'),
    part('VP8X', Buffer.concat([Buffer.from([0x2c, 0, 0, 0]), ...size])),
    part('ICCP', latin('profile')),
    part('VP8L', Buffer.from([0x2f, 6, 0, 1, 0, 9])),
    ...Array.from({ length: frames }, () => part('ANMF', Buffer.alloc(16))),
    part('EXIF', latin(PLACE)),
    part('XMP ', latin(PLACE)),
  ])
  return whole(latin('RIFF'), u32le(body.byteLength), body)
}
