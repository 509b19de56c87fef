import type { Command } from 'commander'
import { limits } from '../../actors/limits'
import { paths } from '../../views/paths'
import { addStaff } from './accounts/change'
import { passwordFor } from './accounts/password'
import { CliError } from './cli-error'
import { findOpen, sendToDesk } from './control'
import type { AccountRequest } from './control-requests'
import { configOf, type Place, withData } from './options'
import type { Cli } from './terminal'

type Flags = Place & {
  email: string
  name: string
  passwordStdin?: boolean
  department?: string[]
  capacity?: string
}

const more = `
Works while the desk is open and while it is closed. Without --password-stdin a password is made
and printed once; none is ever taken from the command line, where others could read it.`

export const addAccounts = (program: Command, cli: Cli) => {
  for (const role of ['admin', 'agent'] as const) {
    const group = program.command(role).description(`accounts of ${role}s`)
    const command = withData(group.command('create'))
      .description(`make an account for an ${role}`)
      .requiredOption('--email <address>', 'address to sign in with')
      .requiredOption('--name <name>', 'name as visitors see it')
      .option('--password-stdin', 'read the password from standard input')
      .option('--department <name...>', 'departments to answer for, made when missing')
      .option('--capacity <number>', 'conversations at a time (5)')
      .addHelpText('after', more)
    command.action(async (flags: Flags) => {
      await create(cli, role, flags)
    })
    addStaff(group, role, cli)
  }
}

const create = async (cli: Cli, role: 'admin' | 'agent', flags: Flags) => {
  const capacity = capacityOf(flags.capacity)
  const { password, made } = await passwordFor(cli, flags)
  const config = configOf(cli, flags, { quiet: true })
  const order: AccountRequest = {
    do: 'make',
    role,
    email: flags.email,
    name: flags.name,
    password,
    departments: flags.department ?? [],
    ...(capacity === undefined ? {} : { capacity }),
  }
  const given = await sendToDesk(cli, config, order)
  // It is made: a desk that says no more takes nothing of that back.
  const { baseUrl } = (await findOpen(cli, config).catch(() => undefined)) ?? config
  cli.out(`${flags.name} can sign in as ${flags.email} at ${baseUrl}${paths.session.signIn}`)
  cli.out(`Answers for ${given.departments.join(', ')}`)
  if (made) cli.out(`The password is ${password}`)
}

const capacityOf = (typed: string | undefined): number | undefined => {
  if (typed === undefined) return undefined
  const capacity = Number(typed)
  if (Number.isInteger(capacity) && capacity >= 1 && capacity <= limits.capacity) return capacity
  throw new CliError(`--capacity must be a number from 1 to ${limits.capacity} (got ${typed})`, 2)
}
