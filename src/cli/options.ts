import type { Command } from 'commander'
import { type Config, readConfig } from '../config'

export type Place = { data?: string; port?: string; host?: string }

/** The flag every command has that works with the desk's data. */
export const withData = (command: Command) =>
  command.option('--data <folder>', 'folder of the data (DATA_DIR)')

/** The configuration with a command's flags on top. */
export const configOf = (flags: Place, more: { quiet?: boolean } = {}): Config => {
  const config = readConfig(process.env, {
    ...(flags.data === undefined ? {} : { DATA_DIR: flags.data }),
    ...(flags.port === undefined ? {} : { PORT: flags.port }),
    ...(flags.host === undefined ? {} : { HOST: flags.host }),
  })
  // A command speaks for itself; only what went wrong belongs in the log beside it.
  const quiet = more.quiet && !process.env.LOG_LEVEL
  return quiet ? { ...config, logLevel: 'error' } : config
}
