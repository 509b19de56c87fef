import type { Command } from 'commander'
import type { AccountRef } from '../../commands/accounts/account-ref'
import type { Store } from '../../store/store'
import type { Finish } from '../cli-error'
import { sendToDesk } from '../control'
import { deskOf, type Place, withData } from '../options'
import { addList } from '../output'
import { passwordFor } from './password'

type Flags = Place & { email: string; passwordStdin?: boolean }
type PlaceFlags = Place & { email: string; department: string[] }

/** What can be done with accounts that exist. */
export const addStaff = (group: Command, role: AccountRef['role'], finish: Finish) => {
  const withEmail = (name: string) =>
    withData(group.command(name)).requiredOption('--email <address>', 'address he signs in with')
  withEmail('password')
    .description('give a new password and end all sessions')
    .option('--password-stdin', 'read the password from standard input, else one is made')
    .action(async (flags: Flags) => {
      const { password, made } = await passwordFor(flags)
      await sendToDesk(deskOf(flags), { do: 'password', role, email: flags.email, password })
      console.log(`${flags.email} has a new password and is signed out everywhere`)
      if (made) console.log(`The password is ${password}`)
      finish(0)
    })
  withEmail('set')
    .description('change which departments somebody answers for')
    .requiredOption('--department <name...>', 'these and no others, made when missing')
    .action(async ({ email, department, ...flags }: PlaceFlags) => {
      const order = { do: 'place', role, email, departments: department } as const
      const { departments } = await sendToDesk(deskOf(flags), order)
      console.log(`${email} answers for ${departments.join(', ')}`)
      finish(0)
    })
  if (role === 'admin') return
  withEmail('disable')
    .description('let an agent in no more; his conversations go back to the line')
    .action(async (flags: Flags) => {
      await sendToDesk(deskOf(flags), { do: 'disable', role, email: flags.email })
      console.log(`${flags.email} cannot sign in any more and is off the desk`)
      finish(0)
    })
  withEmail('enable')
    .description('let an agent in again, with his old password, departments and capacity')
    .action(async (flags: Flags) => {
      await sendToDesk(deskOf(flags), { do: 'enable', role, email: flags.email })
      console.log(`${flags.email} can sign in again`)
      finish(0)
    })
  addList(group, 'everybody with a place at the desk, admins too', rowsOf, finish)
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
