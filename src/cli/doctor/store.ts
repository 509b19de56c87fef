import { Database } from 'bun:sqlite'
import { systemClock } from '../../clock'
import type { Config } from '../../config'
import { type Log, openLog } from '../../log'
import { openStore, pathIn, pendingMigrations } from '../../store/open-store'
import { ServerFault } from '../../store/server-fault'
import { programName } from '../program-name'
import { bad, type Finding, fair, good, reasonOf } from './finding'
import { lookAtPeople } from './people'

/** A write-ahead log past this is not folded back into its file as it should be. */
const WAL_BYTES = 128 * 1024 * 1024

type Place = Pick<Config, 'databaseUrl' | 'dataDir'>

/** Opens the store beside a desk that may be running, and looks whether all is in order there. */
export const lookAtStore = async (config: Place): Promise<Finding[]> => {
  const file = config.databaseUrl.startsWith('sqlite:')
    ? pathIn(config.databaseUrl, config.dataDir)
    : undefined
  try {
    const missing = await pendingMigrations({ url: config.databaseUrl, dataDir: config.dataDir })
    if (missing.length > 0)
      return [
        bad(
          'store',
          `not up to date, ${missing.join(', ')} has not run`,
          `${programName()} migrate`,
        ),
      ]
    return [...(await lookInside(config)), ...(file ? [integrityOf(file)] : [])]
  } catch (problem) {
    return problem instanceof ServerFault
      ? [bad('store', problem.says, problem.remedy)]
      : [bad('store', reasonOf(problem))]
  }
}

const lookInside = async ({ databaseUrl: url, dataDir }: Place): Promise<Finding[]> => {
  const warnings: Finding[] = []
  const log: Log = { ...openLog('silent'), warn: (says) => warnings.push(fair('store', says)) }
  const store = await openStore({ url, dataDir, clock: systemClock, log, readOnly: true })
  try {
    const before = systemClock.now()
    const { dialect, version, walBytes, now } = await store.health()
    const parked = await store.mail.setAsideCount()
    const folded =
      dialect === 'sqlite' ? `, ${Math.ceil(walBytes / 1024)} KB not folded in yet` : ''
    const says = `${dialect} ${version}, up to date${folded}`
    return [
      walBytes > WAL_BYTES
        ? fair('store', says, 'Restart the desk once: closing folds them in.')
        : good('store', says),
      ...warnings,
      ...(parked > 0 ? [fair('mail', `${parked} set aside, for it could not be delivered`)] : []),
      ...clocksOf(now - before),
      ...(await lookAtPeople(store)),
    ]
  } finally {
    await store.close()
  }
}

/** Whether this machine and the database agree on the time; on SQLite they are one. */
const clocksOf = (apart: number): Finding[] => {
  const seconds = Math.round(apart / 1000)
  return Math.abs(apart) < 2_000
    ? []
    : [
        fair(
          'clock',
          `the database is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`,
          'Let NTP keep both: the desk goes by the clock of the database, the log by this one.',
        ),
      ]
}

const integrityOf = (file: string): Finding => {
  const db = new Database(file, { readonly: true })
  try {
    const [answer] = db.query<[string], []>('PRAGMA quick_check(1)').values()
    const mode = String(db.query<[string], []>('PRAGMA journal_mode').values()[0]?.[0])
    if (answer?.[0] !== 'ok')
      return bad('check', `${file} is damaged: ${answer?.[0]}`, 'Restore the newest backup.')
    return mode === 'wal'
      ? good('check', 'the file is sound, written ahead (WAL)')
      : bad(
          'check',
          `journal_mode is ${mode}`,
          'Another program changed it; the desk sets it at its start.',
        )
  } finally {
    db.close()
  }
}
