import type { Command } from 'commander'
import { openStore, pendingMigrations } from '../store/open-store'
import { opening } from './cli-error'
import { placeOf } from './desk-place'
import { configOf, type Place, withData } from './options'
import { type Cli, logOf } from './terminal'

const more = `
serve does the same at its start; this is for those who want to do it, or see it, beforehand.
Safe to run twice, by two at once, and again after it was interrupted. With SQLite a copy of the file is kept
beside it as it was, bellhop.db.before-<the first migration>, until the next update: to go back to the version
before, stop the desk and put the copy in the place of bellhop.db. With MySQL make a backup first:
bellhop backup takes one of a database that is not up to date, too.`

export const addMigrate = (program: Command, cli: Cli) => {
  withData(program.command('migrate'))
    .description('bring the database up to date')
    .option('--dry-run', 'only tell what would be done')
    .option('--no-copy', 'keep no copy of the file as it was')
    .addHelpText('after', more)
    .action(async (flags: Place & { dryRun?: boolean; copy: boolean }) => {
      const how = { quiet: true, looks: flags.dryRun ?? false }
      const config = configOf(cli, flags, how)
      const { databaseUrl: url, dataDir, logLevel } = config
      const missing = await opening(pendingMigrations({ url, dataDir }), config)
      if (missing.length === 0) cli.out('The database is up to date.')
      else if (flags.dryRun) cli.out(`Would run: ${missing.join(', ')}`)
      else {
        const log = logOf(cli, logLevel)
        const { clock } = cli
        const store = await opening(
          openStore({ url, dataDir, clock, log, copies: flags.copy }),
          config,
        )
        await store.close()
        cli.out(`Done: ${missing.join(', ')}`)
        cli.out(`The desk is in ${placeOf(config)}`)
      }
    })
}
