import type { Clock, Stop } from '../clock'
import { backupsOf, tellBackupFailed } from '../commands/backups/made'
import type { Config } from '../config'
import { ownProgram } from '../disk/own-program'
import type { Log } from '../log'
import type { Store } from '../store/store'

/** How often it is looked whether a backup is due, ms. */
const LOOK_MS = 60_000
/** For how long a node has the work, ms: when it is gone, another takes it over after that. */
const LEASE_MS = 3 * LOOK_MS
/** How long is waited after one that failed, ms; less where they are due more often. */
const RETRY_MS = 900_000
/** Of what a backup that failed has said, characters that are kept. */
const TOLD_CHARS = 500

type Place = Pick<Config, 'backups' | 'databaseUrl' | 'dataDir' | 'files'>

/**
 * Makes backups by itself, where a folder for them is said: in a process of its own, so that nobody
 * waits for it, by the same command that people have. Among nodes one does it.
 */
export const openBackups = (
  parts: { node: string; store: Store; clock: Clock; log: Log },
  config: Place,
) => {
  const { node, store, clock, log } = parts
  const { folder, everyMs } = config.backups
  let stop: Stop | undefined
  let child: Bun.Subprocess<'ignore', 'pipe', 'pipe'> | undefined
  let underway: Promise<void> | undefined
  /** Not before this after one was tried, ms UTC. */
  let notBefore = 0

  const isDue = async (now: number) => {
    const { made } = await backupsOf(store)
    return now >= Math.max(notBefore, (made?.at ?? 0) + everyMs)
  }
  const make = async () => {
    child = Bun.spawn([...ownProgram, 'backup'], {
      ...{ stdin: 'ignore', stdout: 'pipe', stderr: 'pipe' },
      env: { ...process.env, ...surroundings(config) },
    })
    const [said, code] = await Promise.all([new Response(child.stderr).text(), child.exited])
    child = undefined
    if (code === 0 || !stop) return
    const why = said.trim().slice(0, TOLD_CHARS) || `it ended with ${code}`
    log.error('A backup could not be made', { problem: why })
    await tellBackupFailed(store, { at: clock.now(), why })
  }
  const look = async () => {
    const now = clock.now()
    if (!(await store.search.lease('backup', node, now, now + LEASE_MS))) return
    if (underway || !(await isDue(now))) return
    notBefore = now + Math.min(everyMs, RETRY_MS)
    underway = make()
      .catch((problem) => log.error('A backup could not be made', { problem }))
      .finally(() => {
        underway = undefined
      })
  }
  const attempt = () =>
    void look().catch((problem) => log.warn('No look at the backups', { problem }))

  return {
    start() {
      if (folder === undefined) return
      stop = clock.every(LOOK_MS, attempt)
      attempt()
    },
    /** One that is being made is given up; the next start makes another. */
    async stop() {
      stop?.()
      stop = undefined
      child?.kill()
      await underway
    },
  }
}

/** The desk as it is set up, whatever its flags said. */
const surroundings = ({ backups, databaseUrl, dataDir, files }: Place) => ({
  DATABASE_URL: databaseUrl,
  DATA_DIR: dataDir,
  BACKUP_DIR: backups.folder,
  BACKUP_KEEP: String(backups.keep),
  FILES: files,
  LOG_LEVEL: 'silent',
})
