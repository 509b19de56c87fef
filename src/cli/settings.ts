import type { Command } from 'commander'
import { DESK_NAME } from '../../actors/desk-name'
import { deskOf, lookInto, type Place, withData } from './options'
import { type Form, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

const more = `
Without a flag it tells what is set. Visitors read the name at the head of each page and in the title
of the tab; an empty one gives the name of the program back. Works while the desk is open and while it
is closed.`

export const addSettings = (program: Command, cli: Cli) => {
  withJson(withData(program.command('settings')))
    .description('what holds for the whole desk')
    .option('--name <name>', 'name of the desk as visitors see it')
    .addHelpText('after', more)
    .action(async (flags: Place & Form & { name?: string }) => {
      if (flags.name !== undefined)
        await sendToDesk(cli, deskOf(cli, flags), { do: 'desk name', input: { name: flags.name } })
      const name = await lookInto(cli, flags, ({ accounts }) => accounts.setting(DESK_NAME))
      if (flags.json) cli.out(JSON.stringify({ name: name ?? '' }))
      else cli.out(name ? `name: ${name}` : 'name: none, so visitors read that of the program')
    })
}
