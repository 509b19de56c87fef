import type { Command } from 'commander'
import { paths } from '../../views/paths'
import { installToken } from '../commands/accounts/install'
import type { Config } from '../config'
import { type ServedDesk, serveDesk } from '../open'
import { type Finish, opening } from './cli-error'
import { openControl } from './control'
import { lineOf } from './doctor/finding'
import { lookAtFiles } from './doctor/machine'
import { configOf, type Place, withData } from './options'

/** How long after a signal the program is gone in any case, ms. */
const STOP_MS = 15_000

const more = `
Needs no configuration. The environment can say, and flags win:
  PORT           port to listen on (3000)
  HOST           address to listen on (0.0.0.0: all)
  DATA_DIR       folder of the data (./data)
  DATABASE_URL   sqlite:<file> or mysql://<user>:<password>@<host>/<database>
  REDIS_URL      redis://… or rediss://…, for more than one node
  BASE_URL       the desk's address as browsers see it
  TRUST_PROXY    proxies whose X-Forwarded-For is believed, like 127.0.0.1,10.0.0.0/8
  SECRET         32 random characters or more, the same on every node
  LOG_LEVEL      debug, info, warn, error or silent (info)

SIGTERM or Ctrl-C closes it gracefully within 15 s, a second one at once.`

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
  const served = await opening(serveDesk(config), config.port)
  const control = openControl(served.desk, config)
  const signal = untilSignal()
  for (const finding of lookAtFiles()) if (finding.mark !== 'good') console.log(lineOf(finding))
  console.log(`Bellhop is open at ${config.baseUrl}`)
  await greet(served)
  await signal
  // Whatever hangs, the program ends in time; that it had to be cut off is a failure.
  const last = setTimeout(() => process.exit(1), STOP_MS)
  control.close()
  await served.close()
  clearTimeout(last)
  console.log('Bellhop is closed')
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

/** Refuses when the desk could not listen there, before any work is done for it. */
export const assertFree = ({ port, host: hostname }: Pick<Config, 'port' | 'host'>) =>
  opening(listenOnce(port, hostname), port)

const listenOnce = async (port: number, hostname: string) => {
  const fetch = () => new Response(null, { status: 503 })
  await Bun.serve({ port, hostname, fetch, reusePort: false }).stop(true)
}
