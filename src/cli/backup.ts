import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import pack from '../../package.json'
import { sizeText } from '../../views/words/files'
import { filesOf } from '../backup/files'
import { backupName, rotate } from '../backup/keep'
import { writeBackup } from '../backup/write'
import type { BackupMade } from '../commands/backups/made'
import type { Config } from '../config'
import { keptSecret } from '../config/secret'
import { explained } from '../disk/explain'
import { makeFolder } from '../disk/make-folder'
import { openDump } from '../store/dump/open-dump'
import { pendingMigrations } from '../store/open-store'
import { CliError, opening } from './cli-error'
import { deskOf, type Place, withData } from './options'
import { type Form, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

const more = `
FILE is a tar file with every row, every file that was sent, and the secret of the data folder: keep it
as you keep the data. Without FILE it goes into the folder BACKUP_DIR under the time of its making, and of
those that are there the newest BACKUP_KEEP (7) stay. May run while the desk is open, which does not
wait for it: it has everything that was acknowledged before it began. It is there whole or not at all.
  bellhop verify FILE    proves that it can be restored
  bellhop restore FILE   does so, into SQLite or MySQL, whichever it came from`

export const addBackup = (program: Command, cli: Cli) => {
  withJson(withData(program.command('backup')))
    .argument('[file]', 'where to write it')
    .description('write all that the desk holds into one file')
    .addHelpText('after', more)
    .action(async (file: string | undefined, flags: Place & Form) => {
      const config = deskOf(cli, flags)
      const at = cli.clock.now()
      const path = pathOf(config, file, at)
      const [began, made] = [cli.clock.ticks(), await make(config, path, at)]
      const tookMs = Math.round(cli.clock.ticks() - began)
      const removed = file === undefined ? rotate(dirname(path), config.backups.keep, at) : []
      await tell(cli, config, { at, file: path, bytes: made.bytes, tookMs })
      const { tables, files } = made.manifest
      const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
      if (flags.json) {
        const told = { file: path, bytes: made.bytes, rows, files: files.count, tookMs, removed }
        return cli.out(JSON.stringify(told))
      }
      const held = `${rows.toLocaleString('en')} rows and ${files.count.toLocaleString('en')} files`
      cli.out(`${path} (${sizeText(made.bytes)}): ${held}`)
      for (const name of removed) cli.out(`Removed ${name}, for ${config.backups.keep} are kept`)
    })
}

/** Where it goes. What is there already is never written over: it may be anything. */
const pathOf = ({ backups }: Config, file: string | undefined, at: number): string => {
  if (file === undefined && backups.folder === undefined)
    throw new CliError(
      'Name a file for the backup, or set BACKUP_DIR to a folder for all of them',
      2,
    )
  const path = resolve(file ?? join(backups.folder ?? '', backupName(at)))
  if (existsSync(path)) throw new CliError(`${path} is there already: name another file`, 2)
  if (file === undefined) makeFor(dirname(path))
  else if (!existsSync(dirname(path))) throw new CliError(`There is no folder ${dirname(path)}`, 2)
  return path
}

const makeFor = (folder: string) => {
  try {
    makeFolder(folder)
  } catch (problem) {
    const told = explained(problem, 'BACKUP_DIR cannot be written', folder)
    throw new CliError(told instanceof Error ? told.message : String(told), 2, { cause: problem })
  }
}

const make = async (config: Config, path: string, madeAt: number) => {
  const { databaseUrl: url, dataDir } = config
  const dump = await opening(openDump({ url, dataDir }), config)
  try {
    const bytesOf = filesOf(dataDir, dump)
    // That of the surroundings is in nobody's data.
    const kept = keptSecret(dataDir, true).secret
    const secret = kept === config.secret && kept !== '' ? kept : undefined
    return await writeBackup({ path, dump, bytesOf, secret, version: pack.version, madeAt })
  } finally {
    await dump.close()
  }
}

/** The desk remembers it; one of an older version hears nothing, for to tell it would bring it up to date. */
const tell = async (cli: Cli, config: Config, backup: BackupMade) => {
  const { databaseUrl: url, dataDir } = config
  if ((await pendingMigrations({ url, dataDir })).length > 0) return
  const input = { ...backup, file: basename(backup.file) }
  await sendToDesk(cli, config, { do: 'backup made', input }).catch((problem: Error) => {
    cli.err(`The backup was made, but the desk could not be told: ${problem.message}`)
  })
}
