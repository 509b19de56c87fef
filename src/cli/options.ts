import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { type Config, readConfig } from '../config'
import { openStore, pathIn } from '../store/open-store'
import type { Store } from '../store/store'
import { CliError, opening } from './cli-error'
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
  const config = readConfig(env, given, more)
  // A command speaks for itself; only what went wrong belongs in the log beside it.
  const quiet = more.quiet && !env.LOG_LEVEL
  return quiet ? { ...config, logLevel: 'error' } : config
}

/** Looks into the store of a desk that is there already, open or closed, and changes nothing. */
export const lookInto = async <Seen>(
  terminal: Terminal,
  flags: Place,
  look: (store: Store) => Promise<Seen>,
): Promise<Seen> => {
  const { databaseUrl: url, dataDir, logLevel } = deskOf(terminal, flags)
  const log = logOf(terminal, logLevel)
  const { clock } = terminal
  const store = await opening(openStore({ url, dataDir, clock, log, readOnly: true }))
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

/** Whether there is a database to look into. Of one on a server only asking it tells. */
export const hasDesk = ({ databaseUrl, dataDir }: Config): boolean =>
  !databaseUrl.startsWith('sqlite:') || existsSync(pathIn(databaseUrl, dataDir))

export const noDesk = ({ databaseUrl, dataDir }: Config): CliError => {
  const usual = databaseUrl === `sqlite:${pathIn('sqlite:', dataDir)}`
  const where = usual ? dataDir : pathIn(databaseUrl, dataDir)
  return new CliError(`There is no desk in ${where}: ${programName()} serve makes one`, 2)
}
