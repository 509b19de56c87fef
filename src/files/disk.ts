import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder } from '../disk/make-folder'
import { giveToOwnerOf } from '../disk/own'
import type { FileBytes } from './bytes'
import { asNoPlace } from './no-place'

/** Where one is, once it is whole. */
export const pathOfFile = (dataDir: string, id: string): string =>
  join(dataDir, 'files', id.slice(-2), id)

/** Files as files, in folders by the end of their ids, under DATA_DIR. */
export const diskFiles = (dataDir: string): FileBytes => {
  const pathOf = (id: string) => pathOfFile(dataDir, id)
  return {
    put: async (id, bytes) => {
      const path = pathOf(id)
      try {
        makeFolder(dirname(path))
        const count = await fill(draftOf(path), bytes)
        await rename(draftOf(path), path)
        await flushFolder(dirname(path))
        return count
      } catch (problem) {
        await rm(draftOf(path), { force: true }).catch(() => {})
        throw problem instanceof FromSender ? problem.cause : asNoPlace(problem)
      }
    },
    read: async (id, from, to) => {
      const file = Bun.file(pathOf(id))
      return (await file.exists()) ? file.slice(from, to) : undefined
    },
    remove: async (id) => {
      for (const path of [draftOf(pathOf(id)), pathOf(id)]) await rm(path, { force: true })
    },
  }
}

/** Under another name until it is whole: what ends this in between leaves no half of a file. */
const draftOf = (path: string) => `${path}.tmp`

/** What was sent ended badly, which is no fault of the disk. */
class FromSender extends Error {}

const fill = async (draft: string, bytes: AsyncIterable<Uint8Array>): Promise<number> => {
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.chmod(0o600)
    giveToOwnerOf(dirname(draft), handle.fd)
    const count = await writeAll(handle, bytes)
    await handle.sync()
    return count
  } finally {
    await handle.close()
  }
}

const writeAll = async (handle: FileHandle, bytes: AsyncIterable<Uint8Array>) => {
  let count = 0
  for await (const piece of fromSender(bytes)) {
    let done = 0
    while (done < piece.byteLength) {
      const { bytesWritten } = await handle.write(piece, done, piece.byteLength - done, count)
      done += bytesWritten
      count += bytesWritten
    }
  }
  return count
}

async function* fromSender(bytes: AsyncIterable<Uint8Array>) {
  try {
    yield* bytes
  } catch (cause) {
    throw new FromSender('What was sent ended badly', { cause })
  }
}

/** So that the name survives a power cut too. Not every file system knows how. */
const flushFolder = async (folder: string) => {
  const handle = await open(folder, 'r')
  await handle.sync().catch(() => {})
  await handle.close()
}
