import type { Command } from 'commander'
import { systemClock } from '../clock'
import { openLog } from '../log'
import { openStore, pendingMigrations } from '../store/open-store'
import { type Finish, opening } from './cli-error'
import { configOf, type Place, withData } from './options'

const more = `
serve does the same at its start; this is for those who want to do it, or see it, beforehand.
Safe to run twice, by two at once, and again after it was interrupted.`

export const addMigrate = (program: Command, finish: Finish) => {
  withData(program.command('migrate'))
    .description('bring the database up to date')
    .option('--dry-run', 'only tell what would be done')
    .addHelpText('after', more)
    .action(async (flags: Place & { dryRun?: boolean }) => {
      const how = { quiet: true, looks: flags.dryRun ?? false }
      const { databaseUrl: url, dataDir, logLevel } = configOf(flags, how)
      const missing = await opening(pendingMigrations({ url, dataDir }))
      if (missing.length === 0) console.log('The database is up to date.')
      else if (flags.dryRun) console.log(`Would run: ${missing.join(', ')}`)
      else {
        const log = openLog(logLevel)
        const store = await opening(openStore({ url, dataDir, clock: systemClock, log }))
        await store.close()
        console.log(`Done: ${missing.join(', ')}`)
      }
      finish(0)
    })
}
