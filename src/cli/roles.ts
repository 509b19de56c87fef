import { type Command, Option } from 'commander'
import { builtInRoles } from '../../actors/people'
import type { Forcing } from '../commands/factors/force'
import { permissions, permissionsOf } from '../policies/permissions'
import type { Store } from '../store/store'
import { CliError } from './cli-error'
import { deskOf, type Place, withData } from './options'
import { addList, type Form, type Listing, tell, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

/** A role with how many have it. */
export type RoleRow = {
  id: string
  name: string
  builtIn: boolean
  people: number
  permissions: string[]
  secondFactor: Forcing
}

export const roleListing: Listing<RoleRow> = {
  read: async ({ accounts, roles, factors }: Store) => {
    const [all, own, forced] = await Promise.all([accounts.all(), roles.all(), factors.forced()])
    const secondFactor = (id: string): Forcing => (forced.includes(id) ? 'required' : 'optional')
    const people = (id: string) => all.filter(({ role }) => role === id).length
    return [
      ...builtInRoles.map((id) => ({
        ...{ id, name: id, builtIn: true, people: people(id) },
        permissions: [...permissionsOf({ role: id })],
        secondFactor: secondFactor(id),
      })),
      ...own.map(({ id, name, permissions: grants }) => ({
        ...{ id, name, builtIn: false, people: people(id) },
        permissions: [...permissionsOf({ role: id, grants })],
        secondFactor: secondFactor(id),
      })),
    ]
  },
  columns: {
    name: ({ name }) => name,
    kind: ({ builtIn }) => (builtIn ? 'built-in' : 'own'),
    people: ({ people }) => String(people),
    allows: ({ permissions: own }) => `${own.length} of ${permissions.length}`,
    'second factor': ({ secondFactor }) => secondFactor,
  },
}

type Flags = Place &
  Form & {
    like?: string
    name?: string
    allow?: string[]
    deny?: string[]
    only?: string[]
    secondFactor?: Forcing
  }

const more = () => `
The built-in roles are ${builtInRoles.join(', ')}; they stay as they are. A role that does not exist yet is
made, like an agent's unless --like names another. Whoever has it acts by a change at once. The permissions:
${permissions.join(', ')}.`

/** The desk's own roles. */
export const addRoles = (program: Command, cli: Cli) => {
  const group = program.command('role').description('what somebody may do')
  withJson(withData(group.command('set')))
    .description('make a role, or change what it allows')
    .argument('<name>', 'name of the role')
    .option('--like <role>', 'what a new one begins with (agent)')
    .option('--name <new>', 'another name for it')
    .option('--allow <permission...>', 'what it allows from now on')
    .option('--deny <permission...>', 'what it allows no more')
    .option('--only <permission...>', 'what it allows, and nothing else')
    .addOption(
      new Option('--second-factor <when>', 'two-step sign-in for whoever has it').choices([
        ...['required', 'optional'],
      ]),
    )
    .addHelpText('after', more())
    .action((name: string, flags: Flags) => set(cli, name, flags))
  withJson(withData(group.command('remove')))
    .description('take a role away that nobody has')
    .argument('<name>', 'name of the role')
    .action(async (name: string, flags: Place & Form) => {
      const { id } = await sendToDesk(cli, deskOf(cli, flags), {
        ...{ do: 'role remove', input: { role: name } },
      })
      const isIt = (row: RoleRow) => row.id === id
      await tell(cli, flags, roleListing, { isIt, words: [`${name} is no role any more`] })
    })
  addList(group, 'every role, and what it allows', roleListing, cli)
}

const set = async (cli: Cli, role: string, flags: Flags) => {
  const { like, name, allow, deny, only, secondFactor } = flags
  const unknown = [...(allow ?? []), ...(deny ?? []), ...(only ?? [])].find(
    (one) => !permissions.some((known) => known === one),
  )
  if (unknown !== undefined)
    throw new CliError(`There is no permission ${unknown}: role set --help lists them`, 2)
  const input = { role, like, name, allow, deny, only, secondFactor }
  const { id } = await sendToDesk(cli, deskOf(cli, flags), { do: 'role set', input })
  await tell(cli, flags, roleListing, {
    isIt: (row) => row.id === id,
    words: (row) => [
      row
        ? `${row.name} allows ${row.permissions.length} of ${permissions.length}: ${row.permissions.join(', ')}`
        : `${role} was set`,
      ...(row && secondFactor ? [`Two-step sign-in is ${row.secondFactor} for ${row.name}`] : []),
    ],
  })
}
