import type { Command } from 'commander'
import { deskOf, type Place, withData } from './options'
import { type Form, tableOf, withJson } from './output'
import { programName } from './program-name'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

const more = `
How long is said by \`settings --keep-days\`, and for one department by \`department set NAME --keep-days\`; 0 keeps
conversations for good. While the desk is open this is done once a night. What a legal hold keeps stays.`

type Expired = { name: string; days: number; count: number }

/** `bellhop retention [--yes]`. */
export const addRetention = (program: Command, cli: Cli) => {
  withJson(withData(program.command('retention')))
    .description('conversations that are kept no longer: how many there are, or delete them')
    .option('--yes', 'delete them; without it, only tell how many')
    .addHelpText('after', more)
    .action(async (flags: Place & Form & { yes?: boolean }) => {
      const config = deskOf(cli, flags)
      const act = flags.yes ? 'retention delete' : 'retention look'
      const { id } = await sendToDesk(cli, config, { do: act, input: {} })
      if (flags.json) return cli.out(id)
      if (flags.yes) return cli.out(`Deleted: ${JSON.parse(id).deleted}`)
      tell(cli, JSON.parse(id))
    })
}

const tell = (cli: Cli, expired: readonly Expired[]) => {
  if (expired.length === 0) return cli.out('All conversations are kept for good')
  const rows = expired.map(({ name, days, count }) => [name, String(days), String(count)])
  cli.out(tableOf([['department', 'days', 'to delete'], ...rows]))
  if (expired.some(({ count }) => count > 0))
    cli.out(`Nothing was deleted: ${programName()} retention --yes does it`)
}
