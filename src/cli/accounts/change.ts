import type { Command } from 'commander'
import { agentSettings } from '../../../actors/agent/settings'
import { builtInRoles } from '../../../actors/people'
import type { NamedAccount } from '../../commands/accounts/account-ref'
import { CliError } from '../cli-error'
import { deskOf, type Place, withData } from '../options'
import { addList, type Form, tell, withJson } from '../output'
import { sendToDesk } from '../send-to-desk'
import { flagOf, settingsIn, withSettings } from '../setting-flags'
import type { Cli } from '../terminal'
import { changedFields, changedWords } from './changed'
import { accountListing } from './listing'
import { namesakeFields, namesakeWords } from './namesakes'
import { passwordFor } from './password'

type Flags = Place & Form & { email: string; passwordStdin?: boolean }
type ChangeFlags = Flags & {
  newEmail?: string
  role?: string
  name?: string
  department?: string[]
  /** False where it is taken off. */
  secondFactor?: boolean
}

const { fields } = agentSettings

export const settingWords: Record<(typeof fields)[number]['key'], string> = {
  capacity: `conversations at a time (${agentSettings.initial.capacity})`,
  mayReply: 'whether they answer visitors, or only look on (yes)',
  languages: 'languages they speak, like en,zh; in none named they are asked in any',
  skills: 'what they are good at, by the tags of conversations and visitors, like refunds,invoices',
  wrapUp: 'rest after each conversation, like 30s (0s)',
  undo: 'how long a message can be called back before it goes, like 5s (0s)',
}

const moreOfSetting = `
What is not named stays as it is, and so does what somebody holds. Works while the desk is open and
while it is closed.`

/** What can be done with accounts that exist. */
export const addStaff = (group: Command, role: NamedAccount['role'], cli: Cli) => {
  const withEmail = (name: string) =>
    withJson(withData(group.command(name))).requiredOption(
      '--email <address>',
      'address they sign in with',
    )
  withEmail('password')
    .description('give a new password and end all sessions')
    .option('--password-stdin', 'read the password from standard input, else one is made')
    .action((flags: Flags) => renewPassword(cli, role, flags))
  withSettings(withEmail('set'), fields, settingWords)
    .description('change an account, how somebody works, and which departments they answer for')
    .option('--department <name...>', 'these and no others, made when missing')
    .option('--name <name>', 'name as visitors see it')
    .option('--new-email <address>', 'address they sign in with from now on')
    .option(
      '--role <name>',
      `what they may do: ${builtInRoles.join(', ')}, or a role of the desk's own`,
    )
    .option('--no-second-factor', 'take the two-step sign-in off who has lost it')
    .addHelpText('after', moreOfSetting)
    .action((flags: ChangeFlags) => change(cli, role, flags))
  for (const [name, { description, done }] of Object.entries(acts)) {
    const act = `account ${name as keyof typeof acts}` as const
    withEmail(name)
      .description(description)
      .action((flags: Flags) => doTo(cli, act, role, flags, done))
  }
  addList(group, 'everybody with a place at the desk, admins too', accountListing, cli)
}

/** What is done to a whole account. */
const acts = {
  disable: {
    description: 'let somebody in no more; their conversations go back to the queue',
    done: 'cannot sign in any more and is off the desk',
  },
  enable: {
    description: 'let somebody in again, with their old password, departments and settings',
    done: 'can sign in again',
  },
  remove: {
    description: 'take somebody off the desk for good; what they wrote stays',
    done: 'has no account any more, and what they wrote stays',
  },
}

const doTo = async (
  cli: Cli,
  act: `account ${keyof typeof acts}`,
  role: NamedAccount['role'],
  flags: Flags,
  done: string,
) => {
  const { email } = flags
  const { id } = await sendToDesk(cli, deskOf(cli, flags), { do: act, input: { role, email } })
  await tell(cli, flags, accountListing, {
    isIt: (line) => line.id === id,
    words: [`${email} ${done}`],
  })
}

const renewPassword = async (cli: Cli, role: NamedAccount['role'], flags: Flags) => {
  const { password, made } = await passwordFor(cli, flags)
  const input = { role, email: flags.email, password }
  const { id } = await sendToDesk(cli, deskOf(cli, flags), { do: 'account password', input })
  await tell(cli, flags, accountListing, {
    isIt: (line) => line.id === id,
    words: [
      `${flags.email} has a new password and is signed out everywhere`,
      ...(made ? [`The password is ${password}`] : []),
    ],
    more: () => (made ? { password } : {}),
  })
}

const change = async (cli: Cli, role: NamedAccount['role'], flags: ChangeFlags) => {
  const { email, newEmail, role: newRole, name, department: departments } = flags
  const settings = settingsIn(fields, flags)
  const own = { newEmail, newRole, name, departments }
  const dropsFactor = flags.secondFactor === false
  const isNamed = Object.values(own).some((value) => value !== undefined) || !isEmpty(settings)
  if (!isNamed && !dropsFactor) {
    const others = fields.map(({ key }) => flagOf(key)).join(', ')
    const flags = '--department, --name, --new-email, --role, --no-second-factor'
    throw new CliError(`Name what shall change: ${flags}, ${others}`, 2)
  }
  const config = deskOf(cli, flags)
  // First: by another address, or as another role, they would not be found afterwards.
  const dropped = dropsFactor
    ? await sendToDesk(cli, config, { do: 'account factor', input: { role, email } })
    : undefined
  const input = { role, email, settings, ...own }
  const changed = isNamed
    ? await sendToDesk(cli, config, { do: 'account change', input })
    : undefined
  const given = changed ?? dropped ?? { id: '', departments: [] }
  const named = { ...own, settings, departments: departments && given.departments }
  await tell(cli, flags, accountListing, {
    isIt: ({ id }) => id === given.id,
    words: (line, lines) => [
      ...(isNamed ? (line ? changedWords(line, named) : [`${newEmail ?? email} was changed`]) : []),
      ...(dropsFactor ? [`${newEmail ?? email} has no two-step sign-in any more`] : []),
      ...(name === undefined ? [] : namesakeWords(line, lines)),
    ],
    more: (line, lines) => ({
      changed: changedFields(line, named),
      ...(dropsFactor ? { secondFactor: false } : {}),
      ...(name === undefined ? {} : namesakeFields(line, lines)),
    }),
  })
}

const isEmpty = (settings: object) => Object.keys(settings).length === 0
