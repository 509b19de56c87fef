import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openSqlite } from '../../src/store/sqlite'
import { scratchFolder } from './programs'

const NAME = 'bellhop.db'

let migrated: Promise<Uint8Array> | undefined

/** An empty database as the migrations leave it, made by them once in a process. */
const migrate = async (): Promise<Uint8Array> => {
  const path = join(scratchFolder(), NAME)
  await (await openSqlite({ path, clock: systemClock, log: openLog('silent') })).close()
  return readFileSync(path)
}

/**
 * A folder for a desk's data, with an empty database in it that is up to date. To bring one up takes
 * longer than most tests; those of the migrations begin with an empty folder.
 */
export const dataFolder = async (): Promise<string> => {
  migrated ??= migrate()
  const folder = scratchFolder()
  writeFileSync(join(folder, NAME), await migrated, { mode: 0o600 })
  return folder
}
