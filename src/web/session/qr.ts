import encodeQR from 'qr'
import type { Qr } from '../../../views/parts/qr'

/** Light squares around it, as cameras want them (ISO/IEC 18004). */
const EDGE = 4

/** A text as a picture for cameras: each row's dark runs as one path. */
export const qrOf = (text: string): Qr => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: EDGE })
  const path = rows.flatMap((row, y) =>
    runsOf(row).map(([x, long]) => `M${x} ${y}h${long}v1h-${long}z`),
  )
  return { size: rows.length, path: path.join('') }
}

/** Where dark squares begin in a row, and how many follow. */
const runsOf = (row: readonly boolean[]): [x: number, long: number][] => {
  const runs: [number, number][] = []
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (isDark && last && last[0] + last[1] === x) last[1] += 1
    else if (isDark) runs.push([x, 1])
  }
  return runs
}
