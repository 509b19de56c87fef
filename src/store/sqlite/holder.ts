import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { writeWhole } from '../../disk/write-whole'

/** Who works with a file. Process ids mean something within one namespace of one host. */
const holder = z.object({
  pid: z.number(),
  host: z.string(),
  /** As the kernel names it, like `pid:[4026531836]`; empty where it does not tell. */
  namespace: z.string(),
})
type Holder = z.output<typeof holder>

const fileBeside = (path: string) => `${path}.lock`

/**
 * Notes beside a locked file that this process has it, for whoever asks. The lock is the kernel's;
 * where there is no room for the note, nobody is told a name.
 */
export const nameHolder = (path: string): void => {
  const own: Holder = { pid: process.pid, host: hostname(), namespace: ownNamespace() }
  eraseHolder(path)
  try {
    writeWhole(fileBeside(path), `${JSON.stringify(own)}\n`, { replace: true })
  } catch {
    // The disk is full, or read-only: opening the file itself will say so.
  }
}

/** Only who has the lock may: another's note would be gone. */
export const eraseHolder = (path: string): void => {
  try {
    rmSync(fileBeside(path), { force: true })
  } catch {
    // A note that is no longer true is not believed either.
  }
}

/** Who has the lock of a file, in words that fit after "in use by". */
export const holderOf = (path: string): string => {
  const told = readHolder(path)
  if (!told) return 'another program'
  const { pid, host, namespace } = told
  const isHere = host === hostname() && namespace === ownNamespace()
  if (isHere) return isRunning(pid) ? `process ${pid}` : 'another program'
  const where = namespace === '' ? '' : `, namespace ${namespace}`
  return `process ${pid} of another container or host (${host}${where})`
}

const readHolder = (path: string): Holder | undefined => {
  try {
    return holder.parse(JSON.parse(readFileSync(fileBeside(path), 'utf8')))
  } catch {
    return undefined
  }
}

const ownNamespace = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** A note outlives a process that was killed; its id may not be told as if it still ran. */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return (problem as { code?: unknown }).code === 'EPERM'
  }
}
