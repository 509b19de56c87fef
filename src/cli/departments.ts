import { type Command, Option } from 'commander'
import { DEFAULT_DEPARTMENT, defaultOf, isManned } from '../../actors/department/default'
import { strategies } from '../../actors/entry'
import { isActive } from '../store/ports/departments'
import type { Store } from '../store/store'
import { sendToDesk } from './control'
import { acceptances, type DepartmentRequest } from './control-requests'
import { deskOf, type Place, withData } from './options'
import { addList, show } from './output'
import type { Cli } from './terminal'

type Flags = Place & Pick<DepartmentRequest, 'acceptance' | 'strategy'> & { default?: true }

const more = `
Whom a conversation goes to is chosen by the strategy. With automatic acceptance it is his at once;
with manual acceptance it rings at him, and he accepts or declines within 30 seconds, else the next
one is asked. The default department is that of visitors who choose none, and of accounts made
without --department; until one is chosen it is the first that was made. Visitors come to one
without agents only while no other has any. What is not named stays as it is. Works while the desk
is open and while it is closed, and holds from the next conversation that is given out.`

const moreOfRemoving = `
One that is the only one, that somebody belongs to or where a conversation is open stays. What was
asked of it stays too, under its name. \`department set\` with that name brings it back as it was.`

export const addDepartments = (program: Command, cli: Cli) => {
  const group = program.command('department').description('how departments work')
  withData(group.command('set'))
    .description('open a department, or change how one works')
    .argument('<name>', 'name as visitors see it')
    .addOption(new Option('--acceptance <way>', 'automatic or manual').choices(acceptances))
    .addOption(new Option('--strategy <name>', 'who is chosen').choices(strategies))
    .option('--default', 'make it the department of whoever names none')
    .addHelpText('after', more)
    .action(async (name: string, { acceptance, strategy, default: isDefault, ...flags }: Flags) => {
      const order = { do: 'department', name, acceptance, strategy, isDefault } as const
      await sendToDesk(cli, deskOf(cli, flags), order)
      await show(cli, flags, rowsOf)
    })
  withData(group.command('rename'))
    .description('give a department another name, everywhere it is shown')
    .argument('<name>', 'name as visitors see it')
    .argument('<new>', 'name as they shall see it')
    .action(async (name: string, to: string, flags: Place) => {
      await sendToDesk(cli, deskOf(cli, flags), { do: 'rename', name, to })
      await show(cli, flags, rowsOf)
    })
  withData(group.command('remove'))
    .description('let nobody choose a department any more')
    .argument('<name>', 'name as visitors see it')
    .addHelpText('after', moreOfRemoving)
    .action(async (name: string, flags: Place) => {
      await sendToDesk(cli, deskOf(cli, flags), { do: 'remove', name })
      await show(cli, flags, rowsOf)
    })
  addList(group, 'every department, and how it works', rowsOf, cli)
}

const rowsOf = async ({ inbox, accounts }: Store): Promise<string[][]> => {
  const all = (await inbox.departments()).filter(isActive)
  const agents = await inbox.agents()
  const chosen = await accounts.setting(DEFAULT_DEPARTMENT)
  const used = defaultOf(all, agents, chosen)?.id
  const defaultAt = (id: string) => {
    if (id === used) return 'yes'
    return id === chosen ? 'once it has agents' : ''
  }
  const rows = all.map(({ id, name, acceptance, strategy }) => {
    const manned = agents.filter((agent) => isManned(id, [agent])).length
    return [name, acceptance, strategy, String(manned), defaultAt(id)]
  })
  return [['name', 'acceptance', 'strategy', 'agents', 'default'], ...rows]
}
