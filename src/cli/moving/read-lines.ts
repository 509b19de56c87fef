import { createReadStream, openSync, readSync, closeSync } from 'node:fs'
import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { lineSchema, pieceLine } from '../../../actors/moving/line'
import type { NotTaken, Numbered } from '../../commands/moving/moved'
import { CliError } from '../cli-error'

/** The longest line that is read, in UTF-16 units: a conversation of a hundred thousand messages has less. */
const LONGEST = 64 * 1024 * 1024
/** How a compressed file begins. */
const GZIP = [0x1f, 0x8b]

/** The bytes of a file, of a compressed one what is in it. Throws a sentence when it is not there. */
export const streamOf = (path: string): NodeJS.ReadableStream => {
  const head = Buffer.alloc(GZIP.length)
  try {
    const handle = openSync(path, 'r')
    readSync(handle, head, 0, head.length, 0)
    closeSync(handle)
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem)
    throw new CliError(`${path} cannot be read: ${why}`, 2)
  }
  const stream = createReadStream(path)
  if (!head.equals(Buffer.from(GZIP))) return stream
  const plain = createGunzip()
  stream.on('error', (problem) => plain.destroy(problem))
  return stream.pipe(plain)
}

/** The lines of a text, each with its number from 1 on; null for one that is too long. */
async function* numberedLines(stream: NodeJS.ReadableStream): AsyncGenerator<[number, string | null]> {
  const decoder = new TextDecoder('utf-8')
  let [nth, rest, isTooLong] = [0, '', false]
  for await (const chunk of stream) {
    const text = rest + decoder.decode(chunk as Uint8Array, { stream: true })
    const lines = text.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      nth += 1
      yield [nth, isTooLong ? null : line]
      isTooLong = false
    }
    if (rest.length > LONGEST) [rest, isTooLong] = ['', true]
  }
  if (rest !== '' || isTooLong) yield [nth + 1, isTooLong ? null : rest]
}

/**
 * The lines of a file as they are taken. The bytes of a file that stand in pieces behind its line are put
 * into `scratch` first, which is a folder that the desk may read.
 */
export async function* readLines(
  path: string,
  scratch: string,
): AsyncGenerator<Numbered | NotTaken> {
  let file: (Numbered & { path: string }) | undefined
  for await (const [nth, text] of numberedLines(streamOf(path))) {
    const read = lineIn(nth, text)
    if (read === null) continue
    if ('piece' in read) {
      const { source, source_id: id, data } = read.piece
      if (file?.line.source === source && file.line.source_id === id)
        await appendFile(file.path, Buffer.from(data, 'base64'), { mode: 0o600 })
      continue
    }
    if (file) yield file
    file = undefined
    if ('line' in read && 'nth' in read && read.line.kind === 'file') {
      file = { ...read, path: join(scratch, `${nth}`) }
      await rm(file.path, { force: true })
      await appendFile(file.path, '', { mode: 0o600 })
    } else yield read
  }
  if (file) yield file
}

type Read = Numbered | NotTaken | { piece: ReturnType<typeof pieceLine.parse> } | null

const lineIn = (nth: number, text: string | null): Read => {
  if (text !== null && text.trim() === '') return null
  const given = text === null ? undefined : jsonIn(text.replace(/^\uFEFF/, ''))
  const piece = pieceLine.safeParse(given)
  if (piece.success) return { piece: piece.data }
  const read = lineSchema.safeParse(given)
  if (read.success) return { nth, line: read.data }
  const { kind = '', source_id: sourceId = '' } = (given ?? {}) as Record<string, unknown>
  const [issue] = read.error.issues
  return {
    ...{ line: nth, kind: String(kind).slice(0, 40), sourceId: String(sourceId).slice(0, 120) },
    why: given === undefined ? 'notRead' : 'notValid',
    field: issue?.path.map(String).join('.') ?? '',
  }
}

const jsonIn = (text: string): unknown => {
  try {
    const given: unknown = JSON.parse(text)
    return typeof given === 'object' && given !== null ? given : undefined
  } catch {
    return undefined
  }
}
