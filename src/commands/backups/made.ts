import { z } from 'zod'
import type { Store } from '../../store/store'
import { commandLine, tellExported } from '../audit'
import type { Desk } from '../desk'

/** Where the desk remembers its newest backup, and why the newest try failed. */
const MADE = 'backup.made'
const FAILED = 'backup.failed'

const made = z.object({
  /** When it was begun: of this moment it is, ms UTC. */
  at: z.number(),
  file: z.string(),
  bytes: z.number(),
  tookMs: z.number(),
})
const failed = z.object({ at: z.number(), why: z.string() })

export type BackupMade = z.output<typeof made>
export type BackupFailed = z.output<typeof failed>

/** A backup was made: it holds all there is, so the audit is told as of a list that is taken along. */
export const tellBackup = async (desk: Desk, backup: BackupMade): Promise<void> => {
  await tellExported(desk, commandLine, 'backup', backup.file)
  await desk.store.accounts.setSetting(MADE, JSON.stringify(backup))
  await desk.store.accounts.setSetting(FAILED, null)
}

/** One that was due could not be made. */
export const tellBackupFailed = (
  store: Pick<Store, 'accounts'>,
  failure: BackupFailed,
): Promise<void> => store.accounts.setSetting(FAILED, JSON.stringify(failure))

/** The newest that was made, and the newest that was not, as far as the desk was told. */
export const backupsOf = async (
  store: Pick<Store, 'accounts'>,
): Promise<{ made: BackupMade | null; failed: BackupFailed | null }> => {
  const [last, fault] = await Promise.all([
    store.accounts.setting(MADE),
    store.accounts.setting(FAILED),
  ])
  return { made: readAs(made, last), failed: readAs(failed, fault) }
}

const readAs = <T>(shape: z.ZodType<T>, text: string | undefined): T | null => {
  try {
    return shape.parse(JSON.parse(text ?? ''))
  } catch {
    return null
  }
}
