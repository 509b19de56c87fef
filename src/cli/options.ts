import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Command } from 'commander'
import { type Config, readConfig } from '../config'
import { openStore, proveFile } from '../store/open-store'
import type { Store } from '../store/store'
import { CliError, opening } from './cli-error'
import { fileOf, hasDesk, placeOf } from './desk-place'
import { programName } from './program-name'
import { logOf, type Terminal } from './terminal'

export type Place = { data?: string; port?: string; host?: string }

/** The flag every command has that works with the desk's data. */
export const withData = (command: Command) =>
  command.option('--data <folder>', 'folder of the data (DATA_DIR)')

/** The configuration with a command's flags on top. A command that only `looks` writes nothing. */
export const configOf = (
  { env }: Terminal,
  flags: Place,
  more: { quiet?: boolean; looks?: boolean } = {},
): Config => {
  const given = {
    ...(flags.data === undefined ? {} : { DATA_DIR: flags.data }),
    ...(flags.port === undefined ? {} : { PORT: flags.port }),
    ...(flags.host === undefined ? {} : { HOST: flags.host }),
  }
  const how = more.looks ? { looks: true } : { beforeSecret: proveItsFile }
  const config = readConfig(env, given, how)
  // A command speaks for itself; only what went wrong belongs in the log beside it.
  const quiet = more.quiet && !env.LOG_LEVEL
  return quiet ? { ...config, logLevel: 'error' } : config
}

/** Beside a file that is refused no secret is made. */
const proveItsFile = ({ databaseUrl: url, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>) => {
  try {
    proveFile({ url, dataDir })
  } catch (problem) {
    const sentence = problem instanceof Error ? problem.message : String(problem)
    throw new CliError(sentence, 2, { cause: problem })
  }
}

/** Looks into the store of a desk that is there already, open or closed, and changes nothing. */
export const lookInto = async <Found>(
  terminal: Terminal,
  flags: Place,
  look: (store: Store) => Promise<Found>,
): Promise<Found> => {
  const config = deskOf(terminal, flags)
  const { databaseUrl: url, dataDir, logLevel } = config
  const log = logOf(terminal, logLevel)
  const { clock } = terminal
  const store = await opening(openStore({ url, dataDir, clock, log, readOnly: true }), config)
  try {
    return await look(store)
  } finally {
    await store.close()
  }
}

/** The configuration of a desk that is there already, to look at it. Refuses where there is none. */
export const deskOf = (terminal: Terminal, flags: Place): Config => {
  const config = configOf(terminal, flags, { quiet: true, looks: true })
  if (hasDesk(config)) return config
  throw noDesk(config)
}

export const noDesk = (config: Config, hint = '') =>
  new CliError(`There is no desk in ${placeOf(config)}: ${programName()} serve makes one${hint}`, 2)

/**
 * The configuration of the desk that somebody is given an account at. Where there is none, one is made
 * only if its place was named and is there: not where the shell happens to stand, and not in
 * a folder whose name was mistyped. `isNew` tells so.
 */
export const deskOrNew = (terminal: Terminal, flags: Place): { config: Config; isNew: boolean } => {
  const config = configOf(terminal, flags, { quiet: true, looks: true })
  const isNew = !hasDesk(config)
  if (!isNew) return { config, isNew }
  const { DATA_DIR, DATABASE_URL } = terminal.env
  const isNamed = [flags.data, DATA_DIR, DATABASE_URL].some((place) => (place ?? '') !== '')
  if (!isNamed) throw noDesk(config, ', and --data or DATA_DIR names another folder')
  if (!existsSync(dirname(fileOf(config)))) throw noDesk(config)
  return { config: configOf(terminal, flags, { quiet: true }), isNew }
}
