import { type Command, Option } from 'commander'
import { CUSTOMERS, mayHaveAccounts } from '../../actors/customers'
import { DESK_NAME } from '../../actors/desk-name'
import { deskOf, lookInto, type Place, withData } from './options'
import { type Form, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

const more = `
Without a flag it tells what is set. Visitors read the name at the head of each page and in the title
of the tab; an empty one gives the name of the program back. With --customers yes visitors may make an
account at /register and find their chats at /me. Works while the desk is open and while it is closed.`

type Flags = Place & Form & { name?: string; customers?: 'yes' | 'no' }

export const addSettings = (program: Command, cli: Cli) => {
  withJson(withData(program.command('settings')))
    .description('what holds for the whole desk')
    .option('--name <name>', 'name of the desk as visitors see it')
    .addOption(
      new Option('--customers <yes|no>', 'whether visitors may have accounts').choices([
        'yes',
        'no',
      ]),
    )
    .addHelpText('after', more)
    .action(async (flags: Flags) => {
      const { name: wanted, customers } = flags
      if (wanted !== undefined)
        await sendToDesk(cli, deskOf(cli, flags), { do: 'desk name', input: { name: wanted } })
      if (customers !== undefined)
        await sendToDesk(cli, deskOf(cli, flags), { do: 'customers', input: { customers } })
      const { name, on } = await lookInto(cli, flags, async ({ accounts }) => ({
        name: await accounts.setting(DESK_NAME),
        on: mayHaveAccounts(await accounts.setting(CUSTOMERS)) ? 'yes' : 'no',
      }))
      if (flags.json) return cli.out(JSON.stringify({ name: name ?? '', customers: on }))
      cli.out(name ? `name: ${name}` : 'name: none, so visitors read that of the program')
      cli.out(`customers: ${on}`)
    })
}
