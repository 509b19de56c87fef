import { type Command, Option } from 'commander'
import { strategies } from '../../../actors/entry'
import type { Store } from '../../store/store'
import { give } from '../control'
import { deskOf, type Place, withData } from '../options'
import { type DepartmentOrder, ways } from '../orders'
import type { Finish } from '../refusal'
import { addList, show } from './list'

type Flags = Place & Pick<DepartmentOrder, 'acceptance' | 'strategy'>

const more = `
Whom a conversation goes to is chosen by the strategy. With automatic acceptance it is his at once;
with manual acceptance it rings at him, and he accepts or declines within 30 seconds, else the next
one is asked. What is not named stays as it is. Works while the desk is open and while it is closed,
and holds from the next conversation that is given out.`

export const addDepartments = (program: Command, finish: Finish) => {
  const group = program.command('department').description('how departments work')
  withData(group.command('set'))
    .description('open a department, or change how one works')
    .argument('<name>', 'name as visitors see it')
    .addOption(new Option('--acceptance <way>', 'automatic or manual').choices(ways))
    .addOption(new Option('--strategy <name>', 'who is chosen').choices(strategies))
    .addHelpText('after', more)
    .action(async (name: string, { acceptance, strategy, ...flags }: Flags) => {
      await give(deskOf(flags), { do: 'department', name, acceptance, strategy })
      await show(flags, rowsOf)
      finish(0)
    })
  addList(group, 'every department, and how it works', rowsOf, finish)
}

const rowsOf = async ({ inbox }: Store): Promise<string[][]> => {
  const all = await inbox.departments()
  const rows = all.map(({ name, acceptance, strategy }) => [name, acceptance, strategy])
  return [['name', 'acceptance', 'strategy'], ...rows]
}
