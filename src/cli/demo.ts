import type { Command } from 'commander'
import { addressOf } from '../../actors/address'
import { paths } from '../../views/paths'
import { systemClock } from '../clock'
import type { Config } from '../config'
import { type OpenDesk, openDesk, type ServedDesk } from '../open'
import { CliError, type Finish, opening } from './cli-error'
import { admin, agents } from './demo/day'
import { openDayClock } from './demo/day-clock'
import { demoPassword } from './demo/keys'
import { LENGTH, playDay } from './demo/play'
import { configOf, type Place, withData } from './options'
import { tableOf } from './output'
import { assertFree, serveUntilSignal } from './serve'

/** Where a demo lives when nobody says: beside the desk's own data, never in it. */
const FOLDER = './data/demo'
/** The setting that tells a demo from a desk. */
const MARK = 'demo'

const more = `
Makes three departments, three agents, an admin and a day of conversations in a folder of its
own (${FOLDER}), then serves it. The second time it goes on where it was.`

export const addDemo = (program: Command, finish: Finish) => {
  withData(program.command('demo'))
    .description('open a desk with people and a day of conversations, to look around in')
    .option('--port <number>', 'port to listen on (PORT)')
    .option('--host <address>', 'address to listen on (HOST)')
    .addHelpText('after', more)
    .action(async (flags: Place) => {
      const data = flags.data ?? process.env.DATA_DIR ?? FOLDER
      await assertFree(configOf({ ...flags, data }, { looks: true }))
      const config = configOf({ ...flags, data })
      await makeDemo(config)
      await serveUntilSignal(config, (served) => present(served, config))
      finish(0)
    })
}

/** Makes the demo in an empty folder; leaves one that is there as it is. */
export const makeDemo = async (config: Config) => {
  const clock = openDayClock(systemClock.now() - LENGTH)
  const quick = { ...config, logLevel: 'warn', rateFactor: 1e6 } as const
  const opened = await opening(openDesk(quick, { clock }))
  try {
    if (await isDemo(opened)) return
    console.log('A day at the desk is being made …')
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
  const agents = await desk.store.inbox.agents()
  const conversations = await desk.store.inbox.conversations('', 1)
  if (agents.length + conversations.length > 0 || (await desk.store.accounts.hasAdmin()))
    throw new CliError('This is the data of a real desk: choose another folder with --data')
  return false
}

/** The agents who were at work are still there, until somebody signs in as them and leaves. */
const present = async ({ desk, node }: ServedDesk, config: Config) => {
  for (const agent of await desk.store.inbox.agents())
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
  console.log(
    tableOf([
      ['role', 'name', 'e-mail', 'password', 'link'],
      ['visitor', 'you', '', '', url(paths.chat.page)],
      ...Object.values(agents).map((agent) => row('agent', agent)),
      row('admin', admin),
    ]),
  )
}
