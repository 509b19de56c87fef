import { readdirSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Header } from 'tar/header'
import { giveToOwnerOf } from '../disk/own'
import { flushFolder } from '../disk/write-whole'

/** What was put into it: how long it was, and its SHA-256 in hexadecimal. */
export type Written = { bytes: number; sha256: string }

export type TarWriter = {
  /** Adds a file of any length. What `bytes` throws is thrown, and the whole of it is then to be given up. */
  add(name: string, bytes: AsyncIterable<Uint8Array> | Uint8Array): Promise<Written>
  /** Puts all of it onto the disk and under its name. Answers its length in bytes. */
  end(): Promise<number>
  /** Leaves nothing behind. */
  abandon(): Promise<void>
}

const BLOCK_BYTES = 512

/** Whoever writes one touches it all the time: one that is older was left by a process that is no more, ms. */
const LEFT_MS = 600_000

const DRAFT = /\.[0-9a-f]{12}\.part$/

/** Two may write to the same name: each has a draft of its own until it is whole. */
const draftOf = (path: string): string =>
  `${path}.${Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex')}.part`

/** Removes drafts of a name that a process which was killed has left. */
const sweepDrafts = (path: string, now: number): void => {
  const [folder, name] = [dirname(path), basename(path)]
  for (const one of readdirSync(folder).filter((each) => DRAFT.test(each))) {
    if (one.replace(DRAFT, '') !== name) continue
    const left = statSync(join(folder, one), { throwIfNoEntry: false })
    if (left && now - left.mtimeMs > LEFT_MS) rmSync(join(folder, one), { force: true })
  }
}

/**
 * A tar file for its owner alone (0600) that is there whole or not at all: it is written under another
 * name, onto the disk, and only then takes its own. How long a member is stands before it, and is
 * filled in when it is known. Throws what the file system says.
 */
export const openTar = async (path: string, madeAt: number): Promise<TarWriter> => {
  sweepDrafts(path, madeAt)
  const draft = draftOf(path)
  const handle = await open(draft, 'wx', 0o600)
  giveToOwnerOf(dirname(draft), handle.fd)
  let at = 0
  const put = async (bytes: Uint8Array) => {
    await writeAll(handle, bytes, at)
    at += bytes.byteLength
  }
  return {
    add: async (name, given) => {
      const head = at
      await put(new Uint8Array(BLOCK_BYTES))
      const begin = at
      const hasher = new Bun.CryptoHasher('sha256')
      for await (const piece of given instanceof Uint8Array ? [given] : given) {
        hasher.update(piece)
        await put(piece)
      }
      const bytes = at - begin
      const padding = (BLOCK_BYTES - (bytes % BLOCK_BYTES)) % BLOCK_BYTES
      if (padding > 0) await put(new Uint8Array(padding))
      await writeAll(handle, headerOf(name, bytes, madeAt), head)
      return { bytes, sha256: hasher.digest('hex') }
    },
    end: async () => {
      // Two empty blocks say that it ends here.
      await put(new Uint8Array(2 * BLOCK_BYTES))
      await handle.sync()
      await handle.close()
      await rename(draft, path)
      flushFolder(dirname(path))
      return at
    },
    abandon: async () => {
      await handle.close().catch(() => {})
      await rm(draft, { force: true })
    },
  }
}

const headerOf = (path: string, size: number, madeAt: number): Uint8Array => {
  const mtime = new Date(madeAt)
  const header = new Header({ path, size, mtime, mode: 0o600, type: 'File', uid: 0, gid: 0 })
  header.encode()
  if (!header.block || header.needPax) throw new Error(`${path} is no name for a tar file`)
  return header.block
}

const writeAll = async (handle: FileHandle, bytes: Uint8Array, at: number) => {
  for (let done = 0; done < bytes.byteLength; ) {
    const left = bytes.byteLength - done
    done += (await handle.write(bytes, done, left, at + done)).bytesWritten
  }
}
