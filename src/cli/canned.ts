import type { Command } from 'commander'
import { cannedListing } from './canned/listing'
import { asCsv, rowsIn } from './canned/table'
import { deskOf, lookInto, type Place, withData } from './options'
import { addList, type Form, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import { tellExport } from './tell-export'
import type { Cli } from './terminal'
import { textOf } from './text-of'

const moreOfImport = `
FILE is a table with a head (code, title, folder, body, body.en, body.zh, scope, departments,
owner), or a list in JSON with the same names, as \`canned export\` writes them; without FILE, or
with -, it is read from standard input. Only code and body are needed. The scope is all, department
(departments by name, with commas between them) or mine (owner: the e-mail of an account); it is all
where it is left out. What has the code of one that is there takes its place. Nothing is taken over
while one row is wrong.`

export const addCanned = (program: Command, cli: Cli) => {
  const group = program.command('canned').description('canned replies: words that were prepared')
  addList(group, 'every canned reply', cannedListing, cli)
  withJson(withData(group.command('export')))
    .description('write all canned replies as a table (CSV), or in JSON')
    .action(async (flags: Place & Form) => {
      await tellExport(cli, flags, `canned.${flags.json ? 'json' : 'csv'}`)
      const rows = await lookInto(cli, flags, cannedListing.read)
      cli.out(flags.json ? JSON.stringify(rows, null, 2) : asCsv(rows))
    })
  withJson(withData(group.command('import')))
    .description('take over canned replies from a table (CSV) or from JSON')
    .argument('[file]', 'what was exported', '-')
    .addHelpText('after', moreOfImport)
    .action(async (file: string, flags: Place & Form) => {
      const records = rowsIn(file === '-' ? await cli.input() : textOf(file))
      const desk = deskOf(cli, flags)
      const { imported = { made: 0, changed: 0 } } = await sendToDesk(cli, desk, {
        do: 'canned import',
        input: { records },
      })
      const { made, changed } = imported
      cli.out(flags.json ? JSON.stringify(imported) : `${made} made, ${changed} changed`)
    })
}
