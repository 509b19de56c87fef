import { streamOf } from '../moving/read-lines'
import { openDumpReader } from './dump-reader'
import type { FoundRow } from './tables'

/** How a dump calls the encoding that it is written in. */
const NAMES = /SET\s+NAMES\s+'?(\w+)/i
const encodings: Readonly<Record<string, string>> = {
  ...{ utf8: 'utf-8', utf8mb3: 'utf-8', utf8mb4: 'utf-8', latin1: 'windows-1252' },
  ...{ gbk: 'gbk', gb2312: 'gbk', gb18030: 'gb18030', big5: 'big5' },
}
const HEAD_BYTES = 16 * 1024

/** A dump that was redirected on Windows begins with a mark of UTF-16. */
const encodingOf = (head: Uint8Array): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  const named = NAMES.exec(Buffer.from(head).toString('latin1'))?.[1]?.toLowerCase()
  return encodings[named ?? ''] ?? 'utf-8'
}

/** Rows of the tables that are wanted, out of a dump as `mysqldump` writes it, compressed or not. */
export async function* dumpRows(path: string): AsyncGenerator<FoundRow> {
  let decoder: TextDecoder | undefined
  const reader = openDumpReader()
  for await (const chunk of streamOf(path)) {
    const bytes = chunk as Uint8Array
    decoder ??= new TextDecoder(encodingOf(bytes.subarray(0, HEAD_BYTES)))
    yield* reader.read(decoder.decode(bytes, { stream: true }))
  }
}
