import type { Command } from 'commander'
import type { AccountRef } from '../../commands/accounts/account-ref'
import type { Store } from '../../store/store'
import { sendToDesk } from '../control'
import { deskOf, type Place, withData } from '../options'
import { addList } from '../output'
import type { Cli } from '../terminal'
import { passwordFor } from './password'

type Flags = Place & { email: string; passwordStdin?: boolean }
type PlaceFlags = Place & { email: string; department: string[] }

/** What can be done with accounts that exist. */
export const addStaff = (group: Command, role: AccountRef['role'], cli: Cli) => {
  const withEmail = (name: string) =>
    withData(group.command(name)).requiredOption('--email <address>', 'address he signs in with')
  withEmail('password')
    .description('give a new password and end all sessions')
    .option('--password-stdin', 'read the password from standard input, else one is made')
    .action(async (flags: Flags) => {
      const { password, made } = await passwordFor(cli, flags)
      await sendToDesk(cli, deskOf(cli, flags), {
        do: 'password',
        role,
        email: flags.email,
        password,
      })
      cli.out(`${flags.email} has a new password and is signed out everywhere`)
      if (made) cli.out(`The password is ${password}`)
    })
  withEmail('set')
    .description('change which departments somebody answers for')
    .requiredOption('--department <name...>', 'these and no others, made when missing')
    .action(async ({ email, department, ...flags }: PlaceFlags) => {
      const order = { do: 'place', role, email, departments: department } as const
      const { departments } = await sendToDesk(cli, deskOf(cli, flags), order)
      cli.out(`${email} answers for ${departments.join(', ')}`)
    })
  if (role === 'admin') return
  withEmail('disable')
    .description('let an agent in no more; his conversations go back to the line')
    .action(async (flags: Flags) => {
      await sendToDesk(cli, deskOf(cli, flags), { do: 'disable', role, email: flags.email })
      cli.out(`${flags.email} cannot sign in any more and is off the desk`)
    })
  withEmail('enable')
    .description('let an agent in again, with his old password, departments and capacity')
    .action(async (flags: Flags) => {
      await sendToDesk(cli, deskOf(cli, flags), { do: 'enable', role, email: flags.email })
      cli.out(`${flags.email} can sign in again`)
    })
  addList(group, 'everybody with a place at the desk, admins too', rowsOf, cli)
}

const rowsOf = async ({ accounts, inbox }: Store): Promise<string[][]> => {
  const names = new Map((await inbox.departments()).map(({ id, name }) => [id, name]))
  const rows = [['name', 'e-mail', 'role', 'departments', 'status']]
  for (const agent of await inbox.agents()) {
    const account = await accounts.byId(agent.id)
    const departments = agent.departments.map((id) => names.get(id) ?? id).join(', ')
    const status = account && account.disabledAt === null ? agent.status : 'disabled'
    rows.push([agent.name, account?.email ?? '', account?.role ?? '', departments, status])
  }
  return rows
}
