import type { Command } from 'commander'
import { agentSettings } from '../../actors/agent/settings'
import { paths } from '../../views/paths'
import type { Config } from '../config'
import { addStaff, settingWords } from './accounts/change'
import { type AccountLine, accountListing } from './accounts/listing'
import { namesakeFields, namesakeWords } from './accounts/namesakes'
import { passwordFor } from './accounts/password'
import { placeOf } from './desk-place'
import { addRoster } from './moving/rosters'
import { deskOrNew, type Place, withData } from './options'
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
and printed once; none is ever taken from the command line, where others could read it. Where there is
no desk yet one is made only in a folder that was named (--data, DATA_DIR) and is there.`

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
    if (role === 'agent') addRoster(group, 'people', cli)
  }
}

const create = async (cli: Cli, role: 'admin' | 'agent', flags: Flags) => {
  const settings = settingsIn(fields, flags)
  const { config, isNew } = deskOrNew(cli, flags)
  const { password, made } = await passwordFor(cli, flags).catch((problem) => {
    config.takeBackSecret?.()
    throw problem
  })
  const { email, name, department: departments = [] } = flags
  const input = { role, email, name, password, departments, settings }
  const given = await sendToDesk(cli, config, { do: 'account create', input })
  const base = await addressOfDesk(cli, config)
  const url = `${base ?? ''}${paths.session.signIn}`
  // Where it is not known at which address the desk will be open, none is told.
  const where = base ? `at ${url}` : `once the desk in ${placeOf(config)} is open`
  const isIt = ({ id }: AccountLine) => id === given.id
  await tell(cli, flags, accountListing, {
    isIt,
    words: [
      ...(isNew ? [`A new desk was made in ${placeOf(config)}`] : []),
      `${name} can sign in as ${email} ${where}`,
      `Answers for ${given.departments.join(', ')}`,
      ...(made ? [`The password is ${password}`] : []),
    ],
    more: (line, lines) => ({
      url,
      ...(isNew ? { desk: placeOf(config) } : {}),
      ...(made ? { password } : {}),
      ...namesakeFields(line, lines),
    }),
  })
  // Last, and by itself: a password that was made is told whatever comes of it.
  if (!flags.json) await tell(cli, flags, accountListing, { isIt, words: namesakeWords })
}

const addressOfDesk = async (cli: Cli, config: Config): Promise<string | undefined> => {
  // The account is made: a desk that says no more takes nothing of that back.
  const open = await findOpen(cli, config).catch(() => undefined)
  const { baseUrl, baseUrlGiven } = open ?? config
  return open || baseUrlGiven ? baseUrl : undefined
}
