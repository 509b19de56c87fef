import pLimit from 'p-limit'
import type { SentFile } from '../../../actors/entry'
import { canShrink, shrink } from '../../files/images/shrink'
import type { Drawn } from '../../files/images/size'
import type { Desk } from '../desk'

/** Below this an image is shown as it is. */
const SMALL_ENOUGH_BYTES = 64 * 1024
/** A copy that is hardly smaller is not worth its place. */
const WORTH = 0.75
/** One is decoded at a time, so that there is memory and time for all else; so many more may wait. */
const WAITING = 8
const oneByOne = pLimit(1)

/**
 * An image that was just kept, with its size and a smaller copy beside it that transcripts show. Without one where
 * it is not worth it or cannot be made: then the image itself is shown.
 */
export const withSmallCopy = async (
  desk: Pick<Desk, 'store' | 'files' | 'clock' | 'log'>,
  conversation: string,
  kept: SentFile,
  drawn: Drawn,
): Promise<SentFile> => {
  const file = { ...kept, width: drawn.width, height: drawn.height }
  const isWorth = file.bytes > SMALL_ENOUGH_BYTES && canShrink(file.type, drawn)
  if (!isWorth || oneByOne.pendingCount >= WAITING) return file
  const id = desk.clock.id()
  try {
    const copy = await oneByOne(() => copyOf(desk, file))
    if (!copy || copy.byteLength > file.bytes * WORTH) return file
    await desk.store.files.expect({ id, conversation, at: desk.clock.now() })
    return { ...file, small: { id, bytes: await desk.files.put(id, whole(copy)) } }
  } catch (problem) {
    // What stands in the table of one that did not come is swept away.
    desk.log.warn('an image has no smaller copy', { problem })
    return file
  }
}

const copyOf = async ({ files }: Pick<Desk, 'files'>, { id, bytes }: SentFile) => {
  const image = await files.read(id, 0, bytes)
  return image && shrink(await new Response(image).bytes())
}

async function* whole(bytes: Uint8Array) {
  yield bytes
}
