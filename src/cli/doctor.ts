import type { Command } from 'commander'
import { CliError } from './cli-error'
import { examine } from './doctor/examine'
import { lineOf } from './doctor/finding'
import { type Place, withData } from './options'
import type { Cli } from './terminal'

const legend = `
One line a check: ✓ good, ! works but look at it, ✗ does not work.
Ends with 1 when there is any ✗, with 2 when there is no desk. Changes nothing, and may run while the desk is open:
an open desk is asked what it was set to, so that nothing of it need be set here. From another machine --url is enough.`

export const addDoctor = (program: Command, cli: Cli) => {
  withData(program.command('doctor'))
    .description('look the desk over: store, bus, clock, disk, address, live streams')
    .option('--url <address>', 'address to look at as browsers do (BASE_URL)')
    .addHelpText('after', legend)
    .action(async (flags: Place & { url?: string }) => {
      const url = givenUrl(flags.url)
      let ill = false
      for await (const finding of examine(cli, flags, url)) {
        cli.out(lineOf(finding))
        ill ||= finding.mark === 'bad'
      }
      cli.finish(ill ? 1 : 0)
    })
}

const givenUrl = (url: string | undefined): string | undefined => {
  if (url === undefined) return undefined
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url.replace(/\/+$/, '')
  throw new CliError(`--url must be an http:// or https:// address (got ${JSON.stringify(url)})`, 2)
}
