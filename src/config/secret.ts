import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskFault } from '../disk/explain'
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

/**
 * The data folder's own secret, made by who first opens the desk, readable by its owner only. Who
 * only `looks` makes none: it is empty then. Throws one sentence that names the setting.
 */
export const keptSecret = (dataDir: string, looks: boolean): string => {
  const file = join(dataDir, 'secret')
  return keptIn(file, looks) ?? (looks ? '' : made(file, dataDir))
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

const made = (file: string, dataDir: string): string => {
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  let takeBack = () => {}
  try {
    takeBack = makeFolder(dataDir)
    writeWhole(file, `${secret}\n`)
  } catch (problem) {
    takeBack()
    throw cannot('written', problem, dataDir)
  }
  // Another program may have been quicker with one of its own.
  return keptIn(file, false) ?? secret
}

const cannot = (how: 'read' | 'written', problem: unknown, path: string): Error => {
  const message = problem instanceof Error ? problem.message : String(problem)
  return new Error(`DATA_DIR cannot be ${how}: ${diskFault(problem, path) ?? message}`, {
    cause: problem,
  })
}
