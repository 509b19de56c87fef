import type { Command } from 'commander'
import { addressOf } from '../../actors/address'
import { paths } from '../../views/paths'
import type { Config } from '../config'
import { type OpenDesk, openDesk, type ServedDesk } from '../open'
import { CliError, opening } from './cli-error'
import { admin, agents } from './demo/day'
import { openDayClock } from './demo/day-clock'
import { demoPassword } from './demo/keys'
import { DEMO_DAY_MS, playDay } from './demo/play'
import { configOf, type Place, withData } from './options'
import { tableOf } from './output'
import { assertFree, serveUntilSignal } from './serve'
import { type Cli, logOf, type Terminal } from './terminal'

/** Where a demo lives when nobody says: beside the desk's own data, never in it. */
const FOLDER = './data/demo'
/** The setting that tells a demo from a desk. */
const MARK = 'demo'

const more = `
Makes three departments, three agents, an admin and a day of conversations in a folder of its
own (${FOLDER}), then serves it. The second time it goes on where it was.`

export const addDemo = (program: Command, cli: Cli) => {
  withData(program.command('demo'))
    .description('open a desk with people and a day of conversations, to look around in')
    .option('--port <number>', 'port to listen on (PORT)')
    .option('--host <address>', 'address to listen on (HOST)')
    .addHelpText('after', more)
    .action(async (flags: Place) => {
      const data = flags.data ?? cli.env.DATA_DIR ?? FOLDER
      await assertFree(configOf(cli, { ...flags, data }, { looks: true }))
      const config = configOf(cli, { ...flags, data })
      await makeDemo(cli, config)
      await serveUntilSignal(cli, config, (served) => present(cli, served, config))
    })
}

/** Makes the demo in an empty folder; leaves one that is there as it is. */
export const makeDemo = async (terminal: Terminal, config: Config) => {
  const clock = openDayClock(terminal.clock.now() - DEMO_DAY_MS)
  const quick = { ...config, logLevel: 'warn', rateFactor: 1e6 } as const
  const log = logOf(terminal, quick.logLevel)
  const opened = await opening(openDesk(quick, { clock, log }), config)
  try {
    if (await isDemo(opened)) return
    terminal.out('A day at the desk is being made …')
    await opened.desk.store.accounts.setSetting(MARK, 'begun')
    await playDay(opened, clock)
    await opened.desk.store.accounts.setSetting(MARK, 'made')
  } finally {
    await opened.close()
  }
}

/** Whether this is a demo already. Refuses a desk that is none, and a demo cut short. */
const isDemo = async ({ desk }: OpenDesk): Promise<boolean> => {
  const mark = await desk.store.accounts.setting(MARK)
  if (mark === 'made') return true
  if (mark === 'begun')
    throw new CliError('This demo was interrupted while it was made: remove its folder')
  const agents = await desk.store.agents.all()
  const conversations = await desk.store.conversations.open('', 1)
  if (agents.length + conversations.length > 0 || (await desk.store.accounts.hasAdmin()))
    throw new CliError('This is the data of a real desk: choose another folder with --data')
  return false
}

/** The agents who were at work are still there, until somebody signs in as them and leaves. */
const present = async (cli: Cli, { desk, node }: ServedDesk, config: Config) => {
  for (const agent of await desk.store.agents.all())
    if (agent.present && agent.status !== 'off')
      await desk.system.send(addressOf('agent', agent.id), {
        type: 'appeared',
        at: desk.clock.now(),
        node,
      })
  const url = (path: string) => `${config.baseUrl}${path}`
  const row = (role: string, { name, email }: { name: string; email: string }) => [
    role,
    name,
    email,
    demoPassword(config.secret, email),
    url(paths.workbench.page),
  ]
  cli.out(
    tableOf([
      ['role', 'name', 'e-mail', 'password', 'link'],
      ['visitor', 'you', '', '', url(paths.chat.page)],
      ...Object.values(agents).map((agent) => row('agent', agent)),
      row('admin', admin),
    ]),
  )
}
