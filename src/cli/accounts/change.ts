import type { Command } from 'commander'
import { agentSettings } from '../../../actors/agent/settings'
import type { AccountRef } from '../../commands/accounts/account-ref'
import type { Store } from '../../store/store'
import { CliError } from '../cli-error'
import { deskOf, type Place, withData } from '../options'
import { addList } from '../output'
import { sendToDesk } from '../send-to-desk'
import { flagOf, settingsIn, withSettings } from '../setting-flags'
import type { Cli } from '../terminal'
import { passwordFor } from './password'

type Flags = Place & { email: string; passwordStdin?: boolean }
type ChangeFlags = Place & { email: string; name?: string; department?: string[] }

const { fields } = agentSettings

export const settingWords: Record<(typeof fields)[number]['key'], string> = {
  capacity: `conversations at a time (${agentSettings.initial.capacity})`,
  mayReply: 'whether they answer visitors, or only look on (yes)',
  wrapUp: 'rest after each conversation, like 30s (0s)',
}

const moreOfSetting = `
What is not named stays as it is, and so does what somebody holds. Works while the desk is open and
while it is closed.`

/** What can be done with accounts that exist. */
export const addStaff = (group: Command, role: AccountRef['role'], cli: Cli) => {
  const withEmail = (name: string) =>
    withData(group.command(name)).requiredOption('--email <address>', 'address they sign in with')
  withEmail('password')
    .description('give a new password and end all sessions')
    .option('--password-stdin', 'read the password from standard input, else one is made')
    .action(async (flags: Flags) => {
      const { password, made } = await passwordFor(cli, flags)
      await sendToDesk(cli, deskOf(cli, flags), {
        do: 'account password',
        input: { role, email: flags.email, password },
      })
      cli.out(`${flags.email} has a new password and is signed out everywhere`)
      if (made) cli.out(`The password is ${password}`)
    })
  withSettings(withEmail('set'), fields, settingWords)
    .description('change how somebody works, and which departments they answer for')
    .option('--department <name...>', 'these and no others, made when missing')
    .option('--name <name>', 'name as visitors see it')
    .addHelpText('after', moreOfSetting)
    .action(async (flags: ChangeFlags) => {
      await change(cli, role, flags)
    })
  if (role === 'admin') return
  withEmail('disable')
    .description('let an agent in no more; their conversations go back to the line')
    .action(async (flags: Flags) => {
      await sendToDesk(cli, deskOf(cli, flags), {
        do: 'account disable',
        input: { role, email: flags.email },
      })
      cli.out(`${flags.email} cannot sign in any more and is off the desk`)
    })
  withEmail('enable')
    .description('let an agent in again, with their old password, departments and settings')
    .action(async (flags: Flags) => {
      await sendToDesk(cli, deskOf(cli, flags), {
        do: 'account enable',
        input: { role, email: flags.email },
      })
      cli.out(`${flags.email} can sign in again`)
    })
  addList(group, 'everybody with a place at the desk, admins too', rowsOf, cli)
}

const change = async (cli: Cli, role: AccountRef['role'], flags: ChangeFlags) => {
  const { email, name, department: departments } = flags
  const settings = settingsIn(fields, flags)
  if (name === undefined && departments === undefined && Object.keys(settings).length === 0) {
    const others = fields.map(({ key }) => flagOf(key)).join(', ')
    throw new CliError(`Name what shall change: --department, --name, ${others}`, 2)
  }
  const input = { role, email, name, departments, settings }
  const given = await sendToDesk(cli, deskOf(cli, flags), { do: 'agent change', input })
  cli.out(`${email} answers for ${given.departments.join(', ')}`)
}

const rowsOf = async ({ accounts, agents, departments }: Store): Promise<string[][]> => {
  const names = new Map((await departments.all()).map(({ id, name }) => [id, name]))
  const rows = [['name', 'e-mail', 'role', 'departments', 'status']]
  for (const agent of await agents.all()) {
    const account = await accounts.byId(agent.id)
    const departments = agent.departments.map((id) => names.get(id) ?? id).join(', ')
    const status = account && account.disabledAt === null ? agent.status : 'disabled'
    rows.push([agent.name, account?.email ?? '', account?.role ?? '', departments, status])
  }
  return rows
}
