import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { openFiles } from '../../files/files'
import { fewLines, visitorBlocks } from '../../reads/moving/few'
import { conversationLines, visitorLines } from '../../reads/moving/many'
import type { Store } from '../../store/store'
import { CliError } from '../cli-error'
import { deskOf, lookInto, type Place } from '../options'
import type { Form } from '../output'
import { tellExport } from '../tell-export'
import type { Cli } from '../terminal'
import { countsOf } from './tell'

/** Bytes of a file in one line. */
const PIECE_BYTES = 384 * 1024

/** Writes the whole desk into a file, which is there once it is whole. Memory stays as it is. */
export const exportTo = async (cli: Cli, file: string, flags: Place & Form): Promise<void> => {
  const config = deskOf(cli, flags)
  await tellExport(cli, flags, 'desk.jsonl')
  const counts: Record<string, number> = {}
  const missing: string[] = []
  await lookInto(cli, flags, async (store) => {
    const draft = `${file}.part`
    const text = Readable.from(
      textOf(store, openFiles(config, store), cli.clock.now(), { counts, missing }),
    )
    const out = createWriteStream(draft, { mode: 0o600 })
    try {
      await (file.endsWith('.gz') ? pipeline(text, createGzip(), out) : pipeline(text, out))
      await rename(draft, file)
    } catch (problem) {
      await rm(draft, { force: true })
      const why = problem instanceof Error ? problem.message : String(problem)
      throw new CliError(`${file} could not be written: ${why}`, 1, { cause: problem })
    }
  })
  for (const id of missing) cli.err(`The bytes of file ${id} are gone: its line is left out`)
  cli.out(
    flags.json
      ? JSON.stringify({ file, counts, missing })
      : `Written to ${file}: ${countsOf(counts)}`,
  )
}

type Told = { counts: Record<string, number>; missing: string[] }

async function* linesOf(store: Store, now: number) {
  yield* fewLines(store, now)
  yield* visitorLines(store)
  yield* visitorBlocks(store, now)
  yield* conversationLines(store)
}

async function* textOf(
  store: Store,
  files: ReturnType<typeof openFiles>,
  now: number,
  { counts, missing }: Told,
): AsyncGenerator<string> {
  for await (const line of linesOf(store, now)) {
    if (line.kind === 'file') {
      const bytes =
        line.bytes === 0 ? new Blob([]) : await files.read(line.source_id, 0, line.bytes)
      if (!bytes) {
        missing.push(line.source_id)
        continue
      }
      yield `${JSON.stringify(line)}\n`
      const { source, source_id } = line
      const stream = bytes instanceof Blob ? bytes.stream() : bytes
      for await (const data of piecesOf(stream))
        yield `${JSON.stringify({ kind: 'piece', source, source_id, data })}\n`
    } else yield `${JSON.stringify(line)}\n`
    counts[line.kind] = (counts[line.kind] ?? 0) + 1
  }
}

/** In base64, each as long as the others but the last. */
async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0)
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    rest = Buffer.concat([rest, chunk])
    for (; rest.length >= PIECE_BYTES; rest = rest.subarray(PIECE_BYTES))
      yield rest.subarray(0, PIECE_BYTES).toString('base64')
  }
  if (rest.length > 0) yield rest.toString('base64')
}
