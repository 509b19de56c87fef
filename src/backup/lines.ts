import { z } from 'zod'
import type { Row } from '../store/dump/dump'

/** Text of rows that is packed together, characters. */
const PART_CHARS = 4 * 1024 * 1024

/** Counts rows and makes one hash of them, in the order they come. */
export const openTally = () => {
  const hasher = new Bun.CryptoHasher('sha256')
  let rows = 0
  return {
    add(lines: string, count: number) {
      hasher.update(lines)
      rows += count
    },
    end: () => ({ rows, sha256: hasher.digest('hex') }),
  }
}

const toLine = (row: Row) => `${JSON.stringify(row)}\n`

/** Rows as lines, in lumps of some megabytes. `count` is how many rows are in one. */
export async function* linesOf(
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<{ text: string; count: number }> {
  let [text, count] = ['', 0]
  for await (const batch of batches) {
    for (const row of batch) text += toLine(row)
    count += batch.length
    if (text.length < PART_CHARS) continue
    yield { text, count }
    ;[text, count] = ['', 0]
  }
  if (count > 0) yield { text, count }
}

const cell = z.union([z.string(), z.number(), z.null(), z.strictObject({ b64: z.base64() })])

/** Rows out of lines. Throws where there is one that is none. */
export const rowsIn = (text: string): Row[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => z.array(cell).parse(JSON.parse(line)))
