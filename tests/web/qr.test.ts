import { expect, test } from 'bun:test'
import decodeQR from 'qr/decode.js'
import { appAddress, newAppSecret } from '../../src/commands/factors/app'
import { qrOf } from '../../src/web/session/qr'

/** So many points for each square. */
const SCALE = 4

/** What a camera would see of it: white, and black where the path draws. */
const seen = ({ size, path }: ReturnType<typeof qrOf>) => {
  const side = size * SCALE
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x = '', y = '', long = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let down = 0; down < SCALE; down += 1)
      for (let right = 0; right < Number(long) * SCALE; right += 1)
        data.fill(
          0,
          at(Number(x) * SCALE + right, Number(y) * SCALE + down, side),
          at(Number(x) * SCALE + right, Number(y) * SCALE + down, side) + 3,
        )
  return { width: side, height: side, data }
}

const at = (x: number, y: number, side: number) => (y * side + x) * 4

test.each(['Harbour & Pine', '海港：客服', 'A:B'])(
  'the picture of a key is read as its address: %s',
  (desk) => {
    const address = appAddress(newAppSecret(), desk, 'ana.lindqvist@harbourpine.example')
    expect(decodeQR(seen(qrOf(address)))).toBe(address)
    expect(new URL(address).searchParams.get('issuer')).toBe(desk.replaceAll(':', ' '))
  },
)
