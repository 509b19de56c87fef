import type { Command } from 'commander'
import { paths } from '../../views/paths'
import { installToken } from '../commands/accounts'
import type { Config } from '../config'
import { type ServedDesk, serveDesk } from '../open'
import { openControl } from './control'
import { configOf, type Place, withData } from './options'
import { type Finish, Refusal } from './refusal'

/** How long after a signal the program is gone in any case, ms. */
const LAST = 15_000

const more = `
Needs no configuration. Settings come from the environment, flags win:
  PORT  HOST  DATA_DIR  DATABASE_URL  REDIS_URL  BASE_URL  SECRET  TRUST_PROXY  LOG_LEVEL
SIGTERM or Ctrl-C closes it gracefully, a second one at once.`

export const addServe = (program: Command, finish: Finish) => {
  withData(program.command('serve'))
    .description('open the desk')
    .option('--port <number>', 'port to listen on (PORT, else 3000)')
    .option('--host <address>', 'address to listen on (HOST, else all)')
    .addHelpText('after', more)
    .action(async (flags: Place) => {
      const config = configOf(flags)
      await serveUntilSignal(config, (served) => greet(served, config))
      finish(0)
    })
}

/** Serves, says what there is to say, and closes in order at the first signal. */
export const serveUntilSignal = async (
  config: Config,
  greet: (served: ServedDesk) => Promise<void>,
) => {
  const served = await open(config)
  const control = openControl(served.desk, config)
  const signal = untilSignal()
  console.log(`Bellhop is open at ${config.baseUrl}`)
  await greet(served)
  await signal
  // Whatever hangs, the program ends in time; that it had to be cut off is a failure.
  const last = setTimeout(() => process.exit(1), LAST)
  control.close()
  await served.close()
  clearTimeout(last)
}

const open = async (config: Config) => {
  try {
    return await serveDesk(config)
  } catch (problem) {
    const { code } = problem as { code?: string }
    if (code === 'EADDRINUSE')
      throw new Refusal(`port ${config.port} is in use already: choose another with --port`, 2)
    if (code === 'EACCES')
      throw new Refusal(`port ${config.port} needs more rights than this user has`, 2)
    throw problem
  }
}

const greet = async ({ desk }: ServedDesk, config: Config) => {
  const token = await installToken(desk)
  if (token) console.log(`Set up the first admin: ${config.baseUrl}${paths.install}?token=${token}`)
}

/** The first signal asks for a graceful stop; the second ends the program at once. */
const untilSignal = () =>
  new Promise<void>((resolve) => {
    let asked = false
    const ask = () => {
      if (asked) process.exit(1)
      asked = true
      resolve()
    }
    process.on('SIGTERM', ask)
    process.on('SIGINT', ask)
    // A closed terminal or a broken pipe is no reason to close the desk.
    process.on('SIGHUP', () => {})
    process.stdout.on('error', () => {})
    process.stderr.on('error', () => {})
  })
