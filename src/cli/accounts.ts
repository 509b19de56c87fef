import type { Command } from 'commander'
import { agentSettings } from '../../actors/agent/settings'
import { paths } from '../../views/paths'
import { addStaff, settingWords } from './accounts/change'
import { passwordFor } from './accounts/password'
import type { Finish } from './cli-error'
import { findOpen, sendToDesk } from './control'
import { configOf, type Place, withData } from './options'
import { settingsIn, withSettings } from './setting-flags'

type Flags = Place & {
  email: string
  name: string
  passwordStdin?: boolean
  department?: string[]
}

const { fields } = agentSettings

const more = `
Works while the desk is open and while it is closed. Without --password-stdin a password is made
and printed once; none is ever taken from the command line, where others could read it.`

export const addAccounts = (program: Command, finish: Finish) => {
  for (const role of ['admin', 'agent'] as const) {
    const group = program.command(role).description(`accounts of ${role}s`)
    const command = withSettings(withData(group.command('create')), fields, settingWords)
      .description(`make an account for an ${role}`)
      .requiredOption('--email <address>', 'address to sign in with')
      .requiredOption('--name <name>', 'name as visitors see it')
      .option('--password-stdin', 'read the password from standard input')
      .option('--department <name...>', 'departments to answer for, made when missing')
      .addHelpText('after', more)
    command.action(async (flags: Flags) => {
      await create(role, flags)
      finish(0)
    })
    addStaff(group, role, finish)
  }
}

const create = async (role: 'admin' | 'agent', flags: Flags) => {
  const { password, made } = await passwordFor(flags)
  const config = configOf(flags, { quiet: true })
  const { email, name, department: departments = [] } = flags
  const settings = settingsIn(fields, flags)
  const input = { role, email, name, password, departments, settings }
  const given = await sendToDesk(config, { do: 'account create', input })
  const { baseUrl } = (await findOpen(config)) ?? config
  console.log(`${name} can sign in as ${email} at ${baseUrl}${paths.session.signIn}`)
  console.log(`Answers for ${given.departments.join(', ')}`)
  if (made) console.log(`The password is ${password}`)
}
