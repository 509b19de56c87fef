import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atEnd } from './programs'

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

const mounted = new Set<string>()
const unmount = (folder: string) => {
  if (mounted.delete(folder)) run('umount', '-l', folder)
}
// A test that fails, or forgets, leaves nothing mounted: its folder could not be removed.
atEnd(async () => {
  for (const folder of mounted) unmount(folder)
})

/** A file system of a test's own, in memory: root alone may have one, and not in every container. */
export const mountDisk = (options: string) => {
  const path = mkdtempSync(join(tmpdir(), 'disk-'))
  if (!run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', path)) {
    rmdirSync(path)
    throw new Error('nothing can be mounted here')
  }
  mounted.add(path)
  return {
    path,
    remount: (more: string) => void run('mount', '-o', `remount,${more}`, path),
    /** Leaves no byte of room. */
    fill: (name = 'ballast') => {
      const ballast = join(path, name)
      for (const bytes of [65_536, 4096, 1]) fillWith(ballast, bytes)
    },
    /** Makes the room again. */
    clear: (name = 'ballast') => rmSync(join(path, name), { force: true }),
    end: () => {
      unmount(path)
      rmdirSync(path)
    },
  }
}
export type SmallDisk = ReturnType<typeof mountDisk>

/** 64 MiB at most, so that a disk that is larger than it should be fills no memory. */
const fillWith = (ballast: string, bytes: number) => {
  const chunk = Buffer.alloc(bytes, 1)
  try {
    for (let n = 0; n < 1024; n += 1) writeFileSync(ballast, chunk, { flag: 'a' })
  } catch {
    // It is full.
  }
}

/** The same folder or file under another name, as a container sees what is mounted into it. */
export const mountAgain = (path: string, at: string) => {
  if (!run('mount', '--bind', path, at)) throw new Error('nothing can be mounted here')
  mounted.add(at)
  return { end: () => unmount(at) }
}

const tries = () => {
  if (process.geteuid?.() !== 0) return false
  try {
    mountDisk('size=1m').end()
    return true
  } catch {
    return false
  }
}

/** Whether this user may mount: without, nothing here can be tried. */
export const canMount = tries()
