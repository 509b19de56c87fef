import { isProblem, Problem } from '../../../actors/problem'
import { cleanImage } from '../../files/images/clean'
import { TooManyPixels } from '../../files/images/size'
import { HEAD_BYTES, kindOf } from '../../files/kinds'
import { Malformed, readerOver } from '../../files/reader'
import type { AvatarImage } from '../../store/ports/profiles'
import type { Desk } from '../desk'

/** With the other fields it fits into a form; where scripts run it is a tenth of that. */
export const AVATAR_KB = 100
const types: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp'])

const notValid = () => new Problem('invalid', 'avatarNotValid', { field: 'avatar' })

/**
 * Keeps a picture by the mark of what is in it, without what does not draw it. Answers the mark.
 * Problems: invalid `avatarNotValid`, tooLarge `avatarTooLarge`.
 */
export const keepAvatar = async (desk: Desk, given: unknown): Promise<string | Problem> => {
  if (!(given instanceof Blob)) return notValid()
  if (given.size > AVATAR_KB * 1024)
    return new Problem('tooLarge', 'avatarTooLarge', {
      ...{ field: 'avatar', values: { limit: AVATAR_KB } },
    })
  const image = await clean(new Uint8Array(await given.arrayBuffer()))
  if (isProblem(image)) return image
  await desk.store.profiles.keepAvatar(image)
  return image.mark
}

const clean = async (given: Uint8Array): Promise<AvatarImage | Problem> => {
  const kind = await kindOf(given.subarray(0, HEAD_BYTES), '')
  if (!kind || !types.has(kind.type)) return notValid()
  const parts: Uint8Array[] = []
  try {
    const reader = readerOver(piecesOf(given))
    for await (const part of cleanImage(kind.type, reader, () => {})) parts.push(part)
  } catch (fault) {
    if (fault instanceof Malformed || fault instanceof TooManyPixels) return notValid()
    throw fault
  }
  const bytes = Buffer.concat(parts)
  const mark = new Bun.CryptoHasher('sha256').update(bytes).digest('hex').slice(0, 32)
  return { mark, type: kind.type, bytes }
}

async function* piecesOf(bytes: Uint8Array) {
  yield bytes
}
