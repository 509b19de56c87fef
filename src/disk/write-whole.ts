import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { asSeen } from './explain'
import { giveToOwnerOf } from './own'

/**
 * Writes a file for its owner alone (0600) that is there whole or not at all, whatever ends this in
 * between: under another name first, onto the disk, and only then under its own. One that is there
 * already stays as it is unless it shall be replaced. Throws what the file system says; then
 * nothing is left behind.
 */
export const writeWhole = (path: string, text: string, { replace = false } = {}): void => {
  const draft = `${path}.${suffix()}.tmp`
  try {
    fill(draft, text)
    if (replace) renameSync(draft, path)
    else putThere(draft, path)
    flushFolder(dirname(path))
  } catch (problem) {
    throw asSeen(problem, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Two programs, or two namespaces with the same process ids, may write at the same time. */
const suffix = () => Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex')

const fill = (draft: string, text: string) => {
  const handle = openSync(draft, 'wx', 0o600)
  try {
    fchmodSync(handle, 0o600)
    giveToOwnerOf(dirname(draft), handle)
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A link never takes the place of a file; where there are none, looking first is all there is. */
const putThere = (draft: string, path: string) => {
  try {
    linkSync(draft, path)
  } catch (problem) {
    const { code } = problem as { code?: string }
    if (code === 'EEXIST') return
    if (code !== 'EPERM' && code !== 'ENOSYS' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP')
      throw problem
    if (!existsSync(path)) renameSync(draft, path)
  }
}

/** So that the name survives a power cut too. Not every file system knows how. */
export const flushFolder = (folder: string) => {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // It keeps its names without being asked, or cannot promise to.
  } finally {
    closeSync(handle)
  }
}
