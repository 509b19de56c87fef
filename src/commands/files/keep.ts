import type { FileLimits } from '../../../actors/department/settings'
import type { FileFamily } from '../../../actors/desk/file-families'
import type { SentFile } from '../../../actors/entry'
import { MB_BYTES } from '../../../actors/limits'
import { Problem } from '../../../actors/problem'
import { cleanImage } from '../../files/images/clean'
import { type Drawn, MEGAPIXELS, TooManyPixels } from '../../files/images/size'
import { type FileKind, HEAD_BYTES, kindOf } from '../../files/kinds'
import { inLumps } from '../../files/lumps'
import { shownFileName } from '../../files/name'
import { NoPlace } from '../../files/no-place'
import { Malformed, type Reader, readerOver } from '../../files/reader'
import { Refused } from '../../files/refused'
import type { Desk } from '../desk'
import { withSmallCopy } from './small-copy'

/** How much is written at once: small parts of an image would each ask the disk. */
const LUMP_BYTES = 64 * 1024

/** A file as it comes. */
export type Coming = { fileName: string; bytes: AsyncIterable<Uint8Array> }

/** What is taken of a file: how much of it, and of which families. */
type Accepted = FileLimits & { families?: readonly FileFamily[] }

/**
 * Keeps one file that somebody sends to a conversation, as it comes, and a smaller copy of an image. Until its entry is said nobody
 * can read it, and if that never happens it is swept away.
 * Problems: invalid `fileEmpty` | `imageTooLarge`, tooLarge `fileTooLarge`, unsupported `fileType` | `fileKindRefused`,
 * full `fileNotSaved`.
 */
export const keepFile = async (
  desk: Desk,
  conversation: string,
  { fileName, bytes }: Coming,
  limits: Accepted,
): Promise<SentFile | Problem> => {
  const [id, name] = [desk.clock.id(), shownFileName(fileName)]
  const reader = readerOver(bytes)
  const head = await reader.look(HEAD_BYTES)
  if (head.byteLength === 0) return new Problem('invalid', 'fileEmpty', about(name))
  const kind = await kindOf(head, name)
  if (!kind) return new Problem('unsupported', 'fileType', about(name))
  if (limits.families?.includes(kind.family) === false)
    return new Problem('unsupported', 'fileKindRefused', about(name))
  const drawn: Partial<Drawn> = {}
  try {
    await desk.store.files.expect({ id, conversation, at: desk.clock.now() })
    const clean = cleaned(kind, upTo(limitOf(kind, limits), name, reader), drawn)
    const count = await desk.files.put(id, inLumps(clean, LUMP_BYTES))
    const file = { id, name, type: kind.type, bytes: count }
    return isWhole(drawn) ? await withSmallCopy(desk, conversation, file, drawn) : file
  } catch (fault) {
    await dropFiles(desk, [id])
    return problemOf(desk, fault, name)
  }
}

/** Removes files that nobody is to read any more, and all that is known of them. */
export const dropFiles = async (
  desk: Pick<Desk, 'store' | 'files' | 'log'>,
  ids: readonly string[],
): Promise<void> => {
  try {
    for (const id of ids) await desk.files.remove(id)
    await desk.store.files.forget(ids)
  } catch (problem) {
    // What is still known of them is swept away later.
    desk.log.warn('files could not be removed', { problem })
  }
}

/** Megabytes that one of this kind may have. */
const limitOf = ({ isImage }: FileKind, limits: FileLimits): number =>
  isImage ? Math.min(limits.imageSize, limits.fileSize) : limits.fileSize

/** Of what is no image nothing was told. */
const isWhole = (drawn: Partial<Drawn>): drawn is Drawn => drawn.moves !== undefined

const about = (name: string) => ({ field: 'file', values: { name } })

/** The same bytes, as long as they are not more than so many megabytes. */
const upTo = (limit: number, name: string, reader: Reader): Reader => {
  async function* counted() {
    let count = 0
    for await (const piece of reader.all()) {
      count += piece.byteLength
      if (count > limit * MB_BYTES) throw new Refused(tooLarge(name, limit))
      yield piece
    }
  }
  return readerOver(counted())
}

const tooLarge = (name: string, limit: number) =>
  new Problem('tooLarge', 'fileTooLarge', { field: 'file', values: { name, limit } })

const cleaned = ({ type, isImage }: FileKind, reader: Reader, drawn: Partial<Drawn>) =>
  isImage ? cleanImage(type, reader, (told) => Object.assign(drawn, told)) : reader.all()

const problemOf = (desk: Desk, fault: unknown, name: string): Problem => {
  if (fault instanceof Refused) return fault.problem
  if (fault instanceof Malformed) return new Problem('unsupported', 'fileType', about(name))
  if (fault instanceof TooManyPixels)
    return new Problem('invalid', 'imageTooLarge', {
      ...{ field: 'file', values: { name, limit: MEGAPIXELS } },
    })
  if (!(fault instanceof NoPlace)) throw fault
  desk.log.warn('a file could not be kept', { problem: fault })
  return new Problem('full', 'fileNotSaved', { field: 'file' })
}
