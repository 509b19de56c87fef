import { Malformed, type Reader } from '../reader'
import { cleanGif } from './gif'
import { cleanJpeg } from './jpeg'
import { cleanPng } from './png'
import type { Drawn } from './size'
import { cleanWebp } from './webp'

type Tell = (about: Partial<Drawn>) => void
type Clean = (bytes: Reader, tell: Tell) => AsyncGenerator<Uint8Array>

const cleaners: Readonly<Record<string, Clean>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
}

export const imageTypes: readonly string[] = Object.keys(cleaners)

/** What a page or a program begins with, in what stands behind an image. */
const OTHER_FORM = /<(?:!doctype|html|head|body|script|svg|\?php|iframe)|PK\p{Cc}{2}|%PDF-|^MZ/iu

/**
 * An image as it is drawn and with nothing else: where and with what it was taken is left out, and
 * what stands behind its end. Tells its size before the first pixel comes, and the rest behind the last.
 * Throws `Malformed`, or `TooManyPixels`.
 */
export async function* cleanImage(
  type: string,
  bytes: Reader,
  tell: Tell,
): AsyncGenerator<Uint8Array> {
  const clean = cleaners[type]
  if (!clean) throw new Malformed('no image')
  yield* clean(bytes, tell)
  // Phones leave films and their own notes there; two files in one are made to be taken for either.
  const behind = await bytes.some()
  if (behind && OTHER_FORM.test(Buffer.from(behind).toString('latin1')))
    throw new Malformed('another file stands behind it')
  for await (const _ of bytes.all());
}
