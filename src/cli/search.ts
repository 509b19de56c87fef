import type { Command } from 'commander'
import { deskOf, type Place, withData } from './options'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

const more = `
All that was said is read again, in the background: until then a search finds what is in the index
already. Nothing else is touched. Works while the desk is open, which begins within seconds, and
while it is closed: then it begins at the next start.`

export const addSearch = (program: Command, cli: Cli) => {
  const group = program.command('search').description('the index of what was said')
  withData(group.command('rebuild'))
    .description('make the index of the search anew')
    .addHelpText('after', more)
    .action(async (flags: Place) => {
      await sendToDesk(cli, deskOf(cli, flags), { do: 'search rebuild', input: {} })
      cli.out('The index of the search is made anew.')
    })
}
