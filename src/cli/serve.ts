import type { Command } from 'commander'
import { paths } from '../../views/paths'
import { installToken } from '../commands/accounts/install'
import type { Config } from '../config'
import { type ServedDesk, serveDesk } from '../open'
import { openPort } from '../open/port'
import { Stopped } from '../open/until-there'
import { CliError, opening } from './cli-error'
import { openControl } from './control-server'
import { lineOf } from './doctor/finding'
import { lookAtFiles } from './doctor/machine'
import { configOf, type Place, withData } from './options'
import { type Cli, logOf } from './terminal'

const more = `
Needs no configuration. The environment can say, and flags win:
  PORT           port to listen on (3000)
  HOST           address to listen on (:: all, of IPv4 and IPv6)
  DATA_DIR       folder of the data (./data)
  DATABASE_URL   sqlite:<file> or mysql://<user>:<password>@<host>/<database>
  REDIS_URL      redis://… or rediss://…, for more than one node
                 (both take ?ssl=verify|insecure|off, ca=, cert= and key=<file>,
                  connect-timeout=2s, timeout=6s)
  BASE_URL       the desk's address as browsers see it
  TRUST_PROXY    proxies whose X-Forwarded-For is believed, like 127.0.0.1,10.0.0.0/8
  PROVIDERS_INSIDE  yes: services people sign in by may be inside (no)
  PLACES_FILE    an .mmdb file by which agents see where visitors are (none)
  SECRET         32 random characters or more, the same on every node
  FILES          disk or database: where files are kept (disk, with MySQL database)
  LOG_LEVEL      debug, info, warn, error or silent (info)

SIGTERM or Ctrl-C closes it gracefully within 15 s, a second one at once.`

export const addServe = (program: Command, cli: Cli) => {
  withData(program.command('serve'))
    .description('open the desk')
    .option('--port <number>', 'port to listen on (PORT, else 3000)')
    .option('--host <address>', 'address to listen on (HOST, else all)')
    .addHelpText('after', more)
    .action(async (flags: Place) => {
      // Heard before anything is made: a desk that is still being opened is closed in order too.
      const stopped = cli.untilStopped()
      const config = configOf(cli, flags)
      await serveUntilSignal(cli, config, (served) => greet(cli, served, config), stopped)
    })
}

/** Serves, says what there is to say, and closes in order at the first signal. */
export const serveUntilSignal = async (
  cli: Cli,
  config: Config,
  greet: (served: ServedDesk) => Promise<void>,
  stopped = cli.untilStopped(),
) => {
  const served = await openUnlessStopped(cli, config, stopped)
  if (served) {
    try {
      for (const finding of lookAtFiles()) if (finding.mark !== 'good') cli.out(lineOf(finding))
      cli.out(`Bellhop is open at ${config.baseUrl}`)
      await greet(served)
      await stopped
    } finally {
      await served.close()
    }
  }
  cli.out('Bellhop is closed')
}

const openUnlessStopped = async (cli: Cli, config: Config, stopped: Promise<void>) => {
  const log = logOf(cli, config.logLevel)
  const served = serveDesk(config, {
    ...{ clock: cli.clock, log, stopped },
    beside: (desk) => openControl(desk, config),
    waits: (why) => cli.out(`${why}. Waiting for it; ${config.baseUrl}${paths.ready} tells`),
  })
  try {
    return await opening(served, config)
  } catch (problem) {
    if (problem instanceof CliError && problem.cause instanceof Stopped) return undefined
    throw problem
  }
}

const greet = async (cli: Cli, { desk }: ServedDesk, config: Config) => {
  const token = await installToken(desk)
  if (token) cli.out(`Set up the first admin: ${config.baseUrl}${paths.install}?token=${token}`)
}

/** Refuses when the desk could not listen there, before any work is done for it. */
export const assertFree = (config: Config) => opening(listenOnce(config), config)

const listenOnce = async (config: Config) => {
  const port = openPort(config)
  const nobody = () => new Response(null, { status: 503 })
  port.show({ fetch: nobody, error: nobody })
  await port.close()
}
