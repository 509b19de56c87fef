import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { asSeen, diskFault } from '../disk/explain'
import { makeFolder } from '../disk/make-folder'
import { proveRegular } from '../disk/regular'
import { writeWhole } from '../disk/write-whole'

/** Signs that can be typed, as many as a secret has at least: bytes that were lost or are none read otherwise. */
const WHOLE = /^[\x20-\x7e]{32,}$/

/** What a manual shows, or one sign again and again. */
export const isPlaceholder = (secret: string): boolean =>
  /change.?me|secret.?key|your.?secret|placeholder|example|password|0123456789|^(.)\1+$/i.test(
    secret,
  )

export type Secret = {
  secret: string
  /** For one that was made just now: takes it away again, unless somebody may have begun to use it. */
  takeBackSecret?: () => void
  /**
   * For one of the data folder: to be called once something stands beside it that was opened by it. Who
   * made it may have taken it away in between; then it is put back. Throws when there is another.
   */
  keepSecret?: () => void
}

/**
 * The data folder's own secret, made by who first opens the desk, readable by its owner only. Who
 * only `looks` makes none: it is empty then. Throws one sentence that names the setting.
 */
export const keptSecret = (dataDir: string, looks: boolean): Secret => {
  const file = join(dataDir, 'secret')
  const secret = keptIn(file, looks)
  if (secret !== undefined) return { secret, keepSecret: keeping(file, secret) }
  return looks ? { secret: '' } : made(file, dataDir)
}

const keptIn = (file: string, looks: boolean): string | undefined => {
  let text: string
  try {
    proveRegular(file)
    text = readFileSync(file, 'utf8')
  } catch (problem) {
    const code = String((problem as { code?: unknown }).code)
    if (code === 'ENOENT' || (looks && code === 'ENOTDIR')) return undefined
    throw cannot(looks || existsSync(file) ? 'read' : 'written', problem, file)
  }
  const secret = text.trim()
  if (WHOLE.test(secret) && !isPlaceholder(secret)) return secret
  throw new Error(`${file} is cut short or damaged: restore it from a backup, or set SECRET`)
}

const made = (file: string, dataDir: string): Secret => {
  const own = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  let takeBack = () => {}
  let before: readonly string[]
  try {
    takeBack = makeFolder(dataDir)
    before = readdirSync(dataDir)
    writeWhole(file, `${own}\n`)
  } catch (problem) {
    const seen = asSeen(problem, file)
    takeBack()
    throw cannot('written', seen, file)
  }
  // Another program may have been quicker with one of its own.
  const secret = keptIn(file, false) ?? own
  const keepSecret = keeping(file, secret)
  if (secret !== own) return { secret, keepSecret }
  const takeBackSecret = () => {
    if (!isUnused(file, own, before)) return
    rmSync(file, { force: true })
    // Who has opened something by it meanwhile, and looked before it was gone, shall find it again.
    if (!existsSync(dataDir) || isAlone(file, before)) takeBack()
    else keepSecret()
  }
  return { secret, takeBackSecret, keepSecret }
}

/** Who opens by it looks after that, and who takes it away looks after that: one of them sees the other. */
const keeping = (file: string, secret: string) => () => {
  if (keptIn(file, true) === secret) return
  makeFolder(dirname(file))
  writeWhole(file, `${secret}\n`)
  if (keptIn(file, false) !== secret)
    throw new Error(`${file} was made anew by another program meanwhile: start again`)
}

const isUnused = (file: string, secret: string, before: readonly string[]): boolean => {
  try {
    return isAlone(file, before) && readFileSync(file, 'utf8').trim() === secret
  } catch {
    return false
  }
}

/** What came beside it since may be the database of another program that has read it. */
const isAlone = (file: string, before: readonly string[]): boolean => {
  const isNew = (name: string) => name !== basename(file) && !before.includes(name)
  return !readdirSync(dirname(file)).some(isNew)
}

const cannot = (how: 'read' | 'written', problem: unknown, file: string): Error => {
  const message = problem instanceof Error ? problem.message : String(problem)
  const why = diskFault(problem, file, dirname(file)) ?? message
  return new Error(`DATA_DIR cannot be ${how}: ${why}`, { cause: problem })
}
