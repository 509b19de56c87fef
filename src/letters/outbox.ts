import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Clock } from '../clock'
import { makeFolder } from '../disk/make-folder'
import { writeWhole } from '../disk/write-whole'
import { messageOf } from './message'
import type { Post, Posted } from './sender'

/** For how long a mail lies there, ms; and how often is looked for older ones. */
const KEPT_MS = 14 * 86_400_000
const SWEEP_MS = 3_600_000

/** Where mail is put that no server takes. */
export const outboxIn = (dataDir: string): string => join(dataDir, 'outbox')

/**
 * Puts mail into a folder, each as a file that programs of mail open; for its owner alone, since some
 * open something. The same mail again is the same file.
 */
export const outboxPost = (
  dataDir: string,
  from: string,
  clock: Pick<Clock, 'now'>,
): { post: Post; close(): void } => {
  const folder = outboxIn(dataDir)
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  let sweptAt = Number.NEGATIVE_INFINITY
  return {
    post: async (mail) => {
      const { message } = await transport.sendMail(messageOf(from, mail))
      makeFolder(folder)
      writeWhole(join(folder, nameOf(mail)), String(message))
      if (clock.now() < sweptAt + SWEEP_MS) return
      sweptAt = clock.now()
      sweep(folder, sweptAt - KEPT_MS)
    },
    close: () => transport.close(),
  }
}

const nameOf = ({ id }: Pick<Posted, 'id'>) =>
  `${id.replace(/^<|@.*$/g, '').replace(/[^\w-]/g, '_')}.eml`

/** What was put there of some letters is there no more. */
export const openOutbox = (dataDir: string) => ({
  remove(letters: readonly string[]) {
    for (const id of letters) rmSync(join(outboxIn(dataDir), fileOf(id)), { force: true })
  },
})

const fileOf = (letter: string) => nameOf({ id: `<letter-${letter}@>` })

/** Only what was put there by us. */
const sweep = (folder: string, before: number) => {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    const found = /^letter-.*\.eml$/.test(name)
      ? statSync(file, { throwIfNoEntry: false })
      : undefined
    if (found?.isFile() && found.mtimeMs < before) rmSync(file, { force: true })
  }
}
