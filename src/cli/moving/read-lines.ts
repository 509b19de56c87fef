import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { lineSchema, pieceLine } from '../../../actors/moving/line'
import type { NotTaken, Numbered } from '../../commands/moving/moved'
import { giveToOwnerOf } from '../../disk/own'
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
async function* numberedLines(
  stream: NodeJS.ReadableStream,
): AsyncGenerator<[number, string | null]> {
  const decoder = new TextDecoder('utf-8')
  let nth = 0
  // The parts of a line that goes on; of one that is too long nothing is kept.
  let parts: string[] = []
  let length = 0
  const add = (part: string) => {
    length += part.length
    if (length > LONGEST) parts = []
    else parts.push(part)
  }
  const end = (): [number, string | null] => {
    const line = length > LONGEST ? null : parts.join('')
    ;[parts, length, nth] = [[], 0, nth + 1]
    return [nth, line]
  }
  for await (const chunk of stream) {
    const [first = '', ...others] = decoder
      .decode(chunk as Uint8Array, { stream: true })
      .split('\n')
    add(first)
    for (const line of others) {
      yield end()
      add(line)
    }
  }
  if (length > 0) yield end()
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
        await appendFile(file.path, Buffer.from(data, 'base64'))
      continue
    }
    if (file) yield file
    file = undefined
    if ('line' in read && 'nth' in read && read.line.kind === 'file') {
      file = { ...read, path: join(scratch, `${nth}`) }
      await rm(file.path, { force: true })
      await appendFile(file.path, '', { mode: 0o600 })
      giveToOwnerOf(scratch, file.path)
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
