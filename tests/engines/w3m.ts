import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram, needProgram, scratchFolder, waitFor } from '../support/programs'

export const hasW3m = findProgram('w3m') !== undefined

/** How long a page may take to be read on a busy machine, ms, and until the key is pressed again. */
const READ_MS = 15_000
const AGAIN_MS = 1_000
/** As much of what the terminal showed last as tells why a page could not be read. */
const SCREEN_BYTES = 2_000

/** The next link, button or field, the one before, and what opens, presses or fills it. */
export const [NEXT, BEFORE, ENTER] = ['\t', '\x1b\t', '\r']
export const [RELOAD, BACK] = ['R', 'B']

/** To the first place on the page with these words. */
export const find = (words: string) => `g/${words}\r`

/** The address line is emptied first: it holds where one is. */
export const visit = (url: string) => `U\x15${url}\r`

/** Somebody at a terminal, with cookies of their own. */
export type Reader = {
  keys(...all: string[]): void
  /** Fills the area of text where the cursor is, by w3m's way to an editor. */
  write(text: string): Promise<void>
  /** The page as it is shown, as text. */
  read(): Promise<string>
  close(): Promise<void>
}

/** A text browser without scripts, styles or frames, used by its keys. */
export const openW3m = (url: string): Reader => {
  const home = scratchFolder()
  const [text, editor] = [join(home, 'text'), join(home, 'editor')]
  writeFileSync(editor, `#!/bin/sh\ncp ${text} "$1" && rm ${text}\n`)
  chmodSync(editor, 0o755)
  let screen = ''
  const show = (bytes: Uint8Array) => {
    screen = `${screen}${Buffer.from(bytes)}`.slice(-SCREEN_BYTES)
  }
  const settings = { accept_cookie: 1, accept_language: 'en', editor, meta_refresh: 0 }
  const w3m = Bun.spawn(
    [
      ...[needProgram('w3m'), '-cookie', '-no-mouse', '-cols', '120'],
      ...Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]),
      url,
    ],
    {
      env: { ...process.env, HOME: home, TERM: 'xterm', LC_ALL: 'C.UTF-8' },
      terminal: { cols: 120, rows: 50, data: (_, bytes) => show(bytes) },
    },
  )
  const keys = (...all: string[]) => void w3m.terminal?.write(all.join(''))
  let copies = 0
  const copy = async () => {
    const file = join(home, `page-${++copies}`)
    keys(`S\x15${file}\r`)
    return await waitFor(file, () => existsSync(file) && readFileSync(file, 'utf8'), AGAIN_MS)
  }
  const tell = (cause: unknown): never => {
    const ended = w3m.exitCode ?? w3m.signalCode ?? 'runs'
    throw new Error(`w3m (${ended}) shows ${JSON.stringify(screen)}`, { cause })
  }
  return {
    keys,
    async write(what) {
      writeFileSync(text, what)
      keys(ENTER)
      // The terminal is not w3m's while the editor has it: what is typed then may be lost.
      await waitFor('the editor', () => !existsSync(text), READ_MS).catch(tell)
    },
    read: () => waitFor('a page to be read', copy, READ_MS).catch(tell),
    async close() {
      w3m.kill()
      await w3m.exited
    },
  }
}
