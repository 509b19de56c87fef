import type { Command } from 'commander'
import { agentSettings } from '../../actors/agent/settings'
import { paths } from '../../views/paths'
import { addStaff, settingWords } from './accounts/change'
import { accountListing } from './accounts/listing'
import { passwordFor } from './accounts/password'
import { configOf, type Place, withData } from './options'
import { type Form, tell, withJson } from './output'
import { findOpen, sendToDesk } from './send-to-desk'
import { settingsIn, withSettings } from './setting-flags'
import type { Cli } from './terminal'

type Flags = Place &
  Form & {
    email: string
    name: string
    passwordStdin?: boolean
    department?: string[]
  }

const { fields } = agentSettings

const more = `
Works while the desk is open and while it is closed. Without --password-stdin a password is made
and printed once; none is ever taken from the command line, where others could read it.`

export const addAccounts = (program: Command, cli: Cli) => {
  for (const role of ['admin', 'agent'] as const) {
    const group = program.command(role).description(`accounts of ${role}s`)
    const command = withJson(withData(group.command('create')))
    withSettings(command, fields, settingWords)
      .description(`make an account for an ${role}`)
      .requiredOption('--email <address>', 'address to sign in with')
      .requiredOption('--name <name>', 'name as visitors see it')
      .option('--password-stdin', 'read the password from standard input')
      .option('--department <name...>', 'departments to answer for, made when missing')
      .addHelpText('after', more)
    command.action(async (flags: Flags) => {
      await create(cli, role, flags)
    })
    addStaff(group, role, cli)
  }
}

const create = async (cli: Cli, role: 'admin' | 'agent', flags: Flags) => {
  const { password, made } = await passwordFor(cli, flags)
  const config = configOf(cli, flags, { quiet: true })
  const { email, name, department: departments = [] } = flags
  const settings = settingsIn(fields, flags)
  const input = { role, email, name, password, departments, settings }
  const given = await sendToDesk(cli, config, { do: 'account create', input })
  // It is made: a desk that says no more takes nothing of that back.
  const { baseUrl } = (await findOpen(cli, config).catch(() => undefined)) ?? config
  await tell(cli, flags, accountListing, {
    isIt: ({ id }) => id === given.id,
    words: [
      `${name} can sign in as ${email} at ${baseUrl}${paths.session.signIn}`,
      `Answers for ${given.departments.join(', ')}`,
      ...(made ? [`The password is ${password}`] : []),
    ],
    more: { url: `${baseUrl}${paths.session.signIn}`, ...(made ? { password } : {}) },
  })
}
