import type { Command } from 'commander'
import type { Role } from '../../../actors/people'
import { systemClock } from '../../clock'
import { openLog } from '../../log'
import { openStore } from '../../store/open-store'
import type { Store } from '../../store/store'
import { give } from '../control'
import { tableOf } from '../demo/table'
import { deskOf, type Place, withData } from '../options'
import type { Order } from '../orders'
import { type Finish, opening, Refusal } from '../refusal'
import { passwordFor } from './password'
import { sentence } from './sentence'

type Flags = Place & { email: string; passwordStdin?: boolean }

/** What can be done with accounts that exist. */
export const addStaff = (group: Command, role: Role, finish: Finish) => {
  const withEmail = (name: string) =>
    withData(group.command(name)).requiredOption('--email <address>', 'address he signs in with')
  withEmail('password')
    .description('give a new password and end all sessions')
    .option('--password-stdin', 'read the password from standard input, else one is made')
    .action(async (flags: Flags) => {
      const { password, made } = await passwordFor(flags)
      await carry(flags, { do: 'password', role, email: flags.email, password })
      console.log(`${flags.email} has a new password and is signed out everywhere`)
      if (made) console.log(`The password is ${password}`)
      finish(0)
    })
  if (role === 'admin') return
  withEmail('disable')
    .description('let an agent in no more; his conversations go back to the line')
    .action(async (flags: Flags) => {
      await carry(flags, { do: 'disable', role, email: flags.email })
      console.log(`${flags.email} cannot sign in any more and is off the desk`)
      finish(0)
    })
  withData(group.command('list'))
    .description('everybody with a place at the desk, admins too')
    .action(async (flags: Place) => {
      const { databaseUrl: url, dataDir, logLevel } = deskOf(flags)
      const options = { url, dataDir, clock: systemClock, log: openLog(logLevel), readOnly: true }
      const store = await opening(openStore(options))
      try {
        console.log(tableOf(await rowsOf(store)))
      } finally {
        await store.close()
      }
      finish(0)
    })
}

const carry = async (flags: Flags, order: Order) => {
  const given = await give(deskOf(flags), order)
  if ('reason' in given) throw new Refusal(sentence(given.reason, given.values))
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
