import { Busboy } from '@fastify/busboy'
import { FILES_BYTES, limits, MB_BYTES } from '../../../actors/limits'
import { Problem } from '../../../actors/problem'
import type { FormPart } from '../../commands/files/send'
import { Refused } from '../../files/refused'
import type { Ask } from '../context'
import { Unreadable } from '../unreadable'
import type { Timer } from './bytes'
import { PartQueue } from './part-queue'

/** How long nothing may come, and how long all of it may take, ms. */
const SILENCE_MS = 30_000
const WHOLE_MS = 15 * 60_000
/** Files that a message may have at most, their fields and what stands between them. */
const PARTS = 40
const FORM_BYTES = MB_BYTES

const largest = FILES_BYTES + FORM_BYTES
const tooLarge = () =>
  new Refused(
    new Problem('tooLarge', 'filesTooLarge', {
      ...{ field: 'file', values: { limit: FILES_BYTES / MB_BYTES } },
    }),
  )

export const isMultipart = (c: Ask): boolean =>
  /^multipart\/form-data\s*;/i.test(c.req.header('Content-Type') ?? '')

/**
 * The parts of a form with files, each as it comes; a file is to be read before the next part. Who
 * stops in the middle is done: the rest is read and thrown away, so that the answer is heard.
 * Throws `Unreadable` for what is no such form or comes too slowly, `Refused` for more than is taken
 * of all files together, which a form that says its length is told before any of it is read.
 */
export async function* formParts(c: Ask, clock: Timer): AsyncGenerator<FormPart> {
  if (!isMultipart(c)) throw new Unreadable(415, 'send a form with files (multipart/form-data)')
  if (Number(c.req.header('Content-Length') ?? 0) > largest) throw tooLarge()
  const body = c.req.raw.body
  if (!body) throw new Unreadable(400, 'not a form')
  const parts = new PartQueue()
  const boy = parserInto(parts, c.req.header('Content-Type') ?? '')
  const feeding = feed(boy, chunksOf(body, clock), parts)
  try {
    for (let part = await parts.next(); part; part = await parts.next()) yield part
  } finally {
    parts.leave()
    await feeding
    // Whatever is still to come is not waited for.
    c.header('Connection', 'close')
  }
}

type Parser = InstanceType<typeof Busboy>

const parserInto = (parts: PartQueue, contentType: string): Parser => {
  try {
    const boy = new Busboy({
      headers: { 'content-type': contentType },
      limits: { parts: PARTS, headerPairs: 20, headerSize: 8192, fieldSize: limits.textBytes * 2 },
      isPartAFile: (_name, _type, fileName) => fileName !== undefined,
    })
    boy.on('field', (name, value, _cut, isCut) =>
      isCut ? parts.fail(new Unreadable(413, 'too large')) : parts.put({ name, value }),
    )
    boy.on('file', (name, bytes, fileName) => parts.putFile({ name, fileName, bytes }))
    boy.on('partsLimit', () => parts.fail(new Unreadable(413, 'too many fields')))
    boy.on('error', () => parts.fail(new Unreadable(400, 'not a form')))
    boy.on('finish', () => parts.end())
    return boy
  } catch {
    throw new Unreadable(400, 'not a form')
  }
}

/** Hands the body on as fast as it is read; what nobody wants is read to its end. */
const feed = async (boy: Parser, chunks: AsyncIterable<Uint8Array>, parts: PartQueue) => {
  try {
    for await (const chunk of chunks) {
      if (parts.isLeft) continue
      const goesOn = boy.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
      if (!goesOn) await Promise.race([drained(boy), parts.left])
    }
    if (!parts.isLeft) boy.end()
  } catch (fault) {
    const isOurs = fault instanceof Unreadable || fault instanceof Refused
    parts.fail(isOurs ? fault : new Unreadable(400, 'the request was cut off'))
  }
}

const drained = (boy: Parser) =>
  new Promise<void>((resolve) => {
    boy.once('drain', resolve)
  })

async function* chunksOf(body: ReadableStream<Uint8Array>, clock: Timer) {
  const reader = body.getReader()
  const late = Promise.withResolvers<never>()
  late.promise.catch(() => {})
  const isLate = () => late.reject(new Unreadable(408, 'too slow'))
  const stopWhole = clock.after(WHOLE_MS, isLate)
  let count = 0
  try {
    for (;;) {
      const stop = clock.after(SILENCE_MS, isLate)
      const { done, value } = await Promise.race([reader.read(), late.promise]).finally(stop)
      if (done) return
      count += value.byteLength
      if (count > largest) throw tooLarge()
      yield value
    }
  } finally {
    stopWhole()
    await reader.cancel().catch(() => {})
  }
}
