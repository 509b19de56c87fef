import type { Command } from 'commander'
import { isProblem } from '../../actors/problem'
import { visitorList } from '../../views/office/visitors/list'
import { IMPORT_ROWS, type VisitorRecord, type WrongRow } from '../commands/visitors/import'
import { takenAlong, visitorRecords } from '../commands/visitors/import-table'
import { readVisitors } from '../reads/office-visitors'
import { addArchive } from './archive'
import { CliError } from './cli-error'
import { allOf, exportList, type Limit, type SharedList, showList, withLimit } from './lists'
import { deskOf, type Place, withData } from './options'
import { type Form, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import { tellExport } from './tell-export'
import type { Cli } from './terminal'
import { textOf } from './text-of'

const shared: SharedList<Parameters<(typeof visitorList)['columns'][0]['value']>[0]> = {
  ...{ list: visitorList, read: readVisitors },
  shows: ['id', 'name', 'email', 'company', 'conversations', 'seen'],
}

const moreOfImport = `
FILE is a table with a head (email, name, phone, company, tags; every other column is kept as an attribute),
or a list in JSON with the same names, as \`visitor export\` writes them; without FILE, or with -, it is read
from standard input. A visitor is found again by their e-mail, which every row needs: the same table a second
time changes nothing, and what a row leaves empty stays. At most ${IMPORT_ROWS} rows. Nothing is taken over
while one row is wrong; --check only looks.`

type Flags = Place & Form & { search?: string }
const asked = ({ search = '' }: Flags) => allOf(shared, { q: search })

/** `visitor list`, `visitor export` and `visitor import`. */
export const addVisitors = (program: Command, cli: Cli) => {
  const group = program.command('visitor').description('who wrote to the desk, or was imported')
  searched(withLimit(withJson(withData(group.command('list')))))
    .description('visitors: those who are pinned first, then those seen last')
    .action((flags: Flags & Limit) => showList(cli, flags, shared, asked(flags)))
  searched(withJson(withData(group.command('export'))))
    .description('write all visitors as a table (CSV), or in JSON')
    .action(async (flags: Flags) => {
      const { search: q } = flags
      await tellExport(cli, flags, `visitors.${flags.json ? 'json' : 'csv'}`, q ? { q } : {})
      await exportList(cli, flags, shared, asked(flags))
    })
  addArchive(group, cli)
  withJson(withData(group.command('import')))
    .description('take over visitors from a table (CSV) or from JSON')
    .argument('[file]', 'a table', '-')
    .option('--check', 'look whether it can be, and change nothing')
    .addHelpText('after', moreOfImport)
    .action((file: string, flags: Place & Form & { check?: boolean }) => take(cli, file, flags))
}

const searched = (command: Command) =>
  command.option('--search <words>', 'only those whose name, e-mail or company has these words')

const take = async (cli: Cli, file: string, flags: Place & Form & { check?: boolean }) => {
  const records = recordsIn(file === '-' ? await cli.input() : textOf(file))
  const dry = flags.check === true
  const { visitors } = await sendToDesk(cli, deskOf(cli, flags), {
    ...{ do: 'visitor import', input: { records, dry } },
  })
  if (!visitors) throw new CliError('The desk is of an older version: restart it')
  if (flags.json) cli.out(JSON.stringify({ dry, ...visitors }))
  else if (visitors.wrongCount === 0) {
    const { made, changed, same } = visitors
    const does = dry ? 'to be ' : ''
    cli.out(`${does}made: ${made}, ${does}changed: ${changed}, so already: ${same}`)
  } else for (const sentence of wrongOf(visitors)) cli.err(sentence)
  cli.finish(visitors.wrongCount > 0 ? 1 : 0)
}

const wrongOf = ({ wrong, wrongCount }: { wrong: readonly WrongRow[]; wrongCount: number }) => [
  ...wrong.map(({ row, field }) => `Row ${row}: ${field || 'a column'} is not right`),
  ...(wrongCount > wrong.length ? [`and ${wrongCount - wrong.length} more`] : []),
  'Nothing was taken over',
]

/** The rows of a file: a JSON list, or a table with a head. Throws a sentence for what is neither. */
const recordsIn = (text: string): readonly VisitorRecord[] => {
  const plain = text.replace(/^\uFEFF/, '')
  const records = plain.trimStart().startsWith('[') ? jsonRecords(plain) : visitorRecords(plain)
  if (!isProblem(records)) return records
  throw new CliError(`The file is no table of 1 to ${IMPORT_ROWS} visitors with a head`, 2)
}

const jsonRecords = (text: string): VisitorRecord[] => {
  const rows = listIn(text)
  if (rows.length === 0 || rows.length > IMPORT_ROWS || !rows.every(isRow))
    throw new CliError(`The file is no JSON list of 1 to ${IMPORT_ROWS} visitors`, 2)
  return takenAlong(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, String(cell ?? '')])),
    ),
  )
}

const isRow = (one: unknown): one is Record<string, unknown> =>
  typeof one === 'object' && one !== null && !Array.isArray(one)

const listIn = (text: string): unknown[] => {
  try {
    const rows: unknown = JSON.parse(text)
    return Array.isArray(rows) ? rows : []
  } catch {
    return []
  }
}
