import { type Command, Option } from 'commander'
import { localHourOf } from '../../actors/figures/calendar'
import { dimensions } from '../../actors/figures/dimensions'
import { type ReportName, reportNames, stretches } from '../../actors/figures/reports'
import { isProblem } from '../../actors/problem'
import { paths } from '../../views/paths'
import { reportWords } from '../../views/words/reports'
import { deskZone } from '../reads/desk-zone'
import { reportAskIn } from '../reads/report-ask'
import { episodeColumns, episodeRows } from '../reads/report-episodes'
import { tableOfReport } from '../reads/report-table'
import { type ReportAsk, readReport } from '../reads/reports'
import type { Store } from '../store/store'
import { COUNTED_VERSION } from '../system/counter'
import { CliError } from './cli-error'
import { inCsv } from './lists'
import { configOf, deskOf, lookInto, type Place, withData } from './options'
import { type Form, tableOf, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import { tellExport } from './tell-export'
import type { Cli } from './terminal'

type Flags = Place & Form & { csv?: boolean } & Readonly<Record<string, unknown>>

const moreOfRebuild = `
Every figure is counted again from the journals, in the background: until then reports have what is
counted already. Nothing else is touched. Works while the desk is open, which begins within seconds, and
while it is closed: then it begins at the next start.`

const more = `
Days are those of the desk's clocks; without any it is the last 28. The numbers are those of the office's
page of the same name.`

/** `report <name>`, `report conversations` and `report rebuild`. */
export const addReports = (program: Command, cli: Cli) => {
  const group = program.command('report').description('the figures of a time')
  for (const name of reportNames)
    narrowed(withJson(withData(group.command(name))))
      .description(`“${reportWords.en.names[name]}”, as the office has it`)
      .addOption(new Option('--by <stretch>', 'how time is divided').choices(stretches))
      .option('--csv', 'write it as a table (CSV)')
      .addHelpText('after', more)
      .action((flags: Flags) => show(cli, flags, name))
  narrowed(withData(group.command('conversations')))
    .description('one row per conversation, as a table (CSV)')
    .option('--csv', 'write it as a table (CSV), which it is anyway')
    .action((flags: Flags) => writeConversations(cli, flags))
  withData(group.command('rebuild'))
    .description('count all figures anew')
    .addHelpText('after', moreOfRebuild)
    .action(async (flags: Place) => {
      await sendToDesk(cli, deskOf(cli, flags), { do: 'report rebuild', input: {} })
      cli.out('The figures of the reports are counted anew.')
    })
}

const narrowed = (command: Command) => {
  command.option('--from <day>', 'the first day, like 2026-01-31')
  command.option('--to <day>', 'the last day')
  for (const one of dimensions)
    command.option(`--${one} <value>`, `only those of one ${one === 'ending' ? 'way to end' : one}`)
  return command
}

const askOf = async (
  store: Store,
  cli: Cli,
  flags: Flags,
  name: ReportName,
): Promise<ReportAsk> => {
  const counted = (await store.accounts.setting(COUNTED_VERSION))?.split(' ')[1]
  const { day: today } = localHourOf(cli.clock.now(), counted ?? deskZone)
  const ids = {
    ...(await idNamed('agent', flags, store.agents)),
    ...(await idNamed('department', flags, store.departments)),
  }
  const typed = (field: string) => {
    const given = Reflect.get(ids, field) ?? flags[field]
    return given === undefined ? undefined : String(given)
  }
  const ask = reportAskIn(name, typed, today, null)
  if (!isProblem(ask)) return ask
  throw new CliError(`--${ask.field} is not valid for this report`, 2)
}

/** Who is meant by their name, where that is not an id already. */
const idNamed = async (
  what: 'agent' | 'department',
  flags: Flags,
  rows: { all(): Promise<readonly { id: string; name: string }[]> },
) => {
  const given = flags[what]
  if (typeof given !== 'string') return {}
  const all = await rows.all()
  const found = all.find(({ id }) => id === given) ?? all.find(({ name }) => name === given)
  return { [what]: found?.id ?? given }
}

const askedText = (flags: Flags): Record<string, unknown> =>
  Object.fromEntries(
    ['from', 'to', 'by', ...dimensions].flatMap((name) =>
      flags[name] === undefined ? [] : [[name, flags[name]]],
    ),
  )

const show = async (cli: Cli, flags: Flags, name: ReportName): Promise<void> => {
  const { columns, rows } = await lookInto(cli, flags, async (store) => {
    const ask = await askOf(store, cli, flags, name)
    return tableOfReport(ask, await readReport(store, ask))
  })
  if (flags.csv) return cli.out(inCsv([columns, ...rows]))
  if (flags.json) {
    const records = rows.map((row) =>
      Object.fromEntries(columns.map((column, nth) => [column, row[nth] ?? null])),
    )
    return cli.out(
      JSON.stringify({ report: name, rows: records.slice(0, -1), total: records.at(-1) }, null, 2),
    )
  }
  cli.out(tableOf([columns, ...rows.map((row) => row.map((cell) => String(cell ?? '–')))]))
}

const writeConversations = async (cli: Cli, flags: Flags): Promise<void> => {
  await tellExport(cli, flags, 'reports/conversations.csv', askedText(flags))
  const { baseUrl } = configOf(cli, flags, { quiet: true, looks: true })
  await lookInto(cli, flags, async (store) => {
    const ask = await askOf(store, cli, flags, 'overview')
    cli.out(inCsv([[...episodeColumns]]))
    const urlOf = (id: string) => baseUrl + paths.workbench.conversation(id)
    for await (const rows of episodeRows(store, ask, urlOf)) cli.out(inCsv(rows))
  })
}
