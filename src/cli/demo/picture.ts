import { crc32, deflateSync } from 'node:zlib'

const WIDTH_PX = 480
const HEIGHT_PX = 320

type Colour = readonly [red: number, green: number, blue: number]
const table: Colour = [214, 196, 170]
const glaze: Colour = [139, 160, 132]
const edge: Colour = [238, 232, 220]

/** A lid on a table, in three pieces. */
const colourAt = (x: number, y: number): Colour => {
  // The cracks: two lines from the middle, and the pieces stand a little apart.
  const crack = Math.abs(x - WIDTH_PX / 2 - (y - HEIGHT_PX / 2) / 2)
  const other = Math.abs(y - HEIGHT_PX / 2 - (x - WIDTH_PX / 2) / 5)
  const isCracked = crack < 4 || (x > WIDTH_PX / 2 && other < 4)
  const far = Math.hypot((x - WIDTH_PX / 2) / 1.3, y - HEIGHT_PX / 2)
  if (far > 120 || isCracked) return table
  if (far < 18) return edge
  return far > 108 ? edge : glaze
}

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.byteLength)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A PNG that somebody may send, without a file that the program would have to bring along. */
export const demoPicture = (): Uint8Array => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH_PX, 0)
  header.writeUInt32BE(HEIGHT_PX, 4)
  // Eight bits a colour, red green and blue.
  header.set([8, 2], 8)
  const rows = Array.from({ length: HEIGHT_PX }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH_PX }, (_, x) => colourAt(x, y)).flat()]),
  )
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
