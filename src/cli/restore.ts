import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { checkBackup } from '../backup/check'
import { filesInto } from '../backup/files'
import type { Manifest } from '../backup/manifest'
import { restoreBackup } from '../backup/restore'
import type { Config } from '../config'
import { diskFiles } from '../files/disk'
import { placeForFiles } from '../files/files'
import { openLoad } from '../store/dump/open-dump'
import { CliError, opening } from './cli-error'
import { placeOf } from './desk-place'
import { configOf, type Place, withData } from './options'
import { programName } from './program-name'
import { type Cli, logOf } from './terminal'

const more = `
The desk must be closed. Into a folder, or a MySQL database (DATABASE_URL), in which there is none: where
there is one it is refused, and with --replace the one in SQLite is replaced; a copy of its database stays
beside it. The backup is looked over first, and what arrived is compared with it. Until the last moment what
was there is there, and a restore that was cut short is simply run again. Pages that are still open
begin anew, so that nobody goes on from lines that are not there any more.`

export const addRestore = (program: Command, cli: Cli) => {
  withData(program.command('restore'))
    .argument('<file>', 'a backup')
    .description('make a desk of a backup')
    .option('--replace', 'replace the desk that is there')
    .addHelpText('after', more)
    .action(async (file: string, flags: Place & { replace?: boolean }) => {
      const config = configOf(cli, flags, { quiet: true, looks: true })
      const manifest = await wholeBackup(file)
      await restore(cli, config, { file, manifest, replace: flags.replace ?? false })
      cli.out(`The desk of ${new Date(manifest.madeAt).toISOString()} is in ${placeOf(config)}`)
      const { missing } = manifest.files
      if (missing > 0) cli.out(`${missing} files were missing when the backup was made`)
      cli.out(`Open it with ${programName()} serve`)
    })
}

/** What a backup says of itself. Throws a `CliError` with all that is wrong with it. */
export const wholeBackup = async (file: string): Promise<Manifest> => {
  const { manifest, faults } = await checked(file)
  if (manifest && faults.length === 0) return manifest
  throw new CliError(faults.join('\n'))
}

export const checked = async (file: string) => {
  if (!existsSync(file)) throw new CliError(`There is no file ${file}`, 2)
  return checkBackup(file)
}

type How = { file: string; manifest: Manifest; replace: boolean }

const restore = async (cli: Cli, config: Config, { file, manifest, replace }: How) => {
  const { databaseUrl: url, dataDir, logLevel } = config
  const { clock } = cli
  const { migrations } = manifest
  const place = { url, dataDir, migrations, replace, clock, log: logOf(cli, logLevel) }
  const load = await opening(openLoad(place), config).catch((problem: CliError) => {
    const hint = /^There is a desk already/.test(problem.message) ? '; --replace replaces it' : ''
    throw new CliError(`${problem.message}${hint}`, 2, { cause: problem })
  })
  await restoreBackup({
    ...{ path: file, manifest, load, epoch: clock.now().toString(36) },
    files: placeForFiles(config) === 'disk' ? diskFiles(dataDir) : filesInto(load),
    // A secret that was given in the surroundings is the one that counts.
    secretIn: cli.env.SECRET ? undefined : dataDir,
  })
}
