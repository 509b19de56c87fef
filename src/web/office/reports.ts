import { localHourOf } from '../../../actors/figures/calendar'
import { type ReportName, reportNames, reportOf } from '../../../actors/figures/reports'
import { isProblem, Problem } from '../../../actors/problem'
import { ReportPage, reportsInMenu } from '../../../views/office/reports/page'
import { reportPaths } from '../../../views/office/reports/paths'
import type { ShownReport } from '../../../views/office/reports/shown'
import { paths } from '../../../views/paths'
import { tellExported } from '../../commands/audit'
import { mailedTo, mailReport, mailReportForm } from '../../commands/reports/mail'
import { csvHead, csvType, inCsv } from '../../reads/csv'
import { deskZone } from '../../reads/desk-zone'
import { departmentsSeen, reportAskIn } from '../../reads/report-ask'
import { reportChoices } from '../../reads/report-choices'
import { episodeColumns, episodeRows } from '../../reads/report-episodes'
import { tableOfReport } from '../../reads/report-table'
import { type ReportAsk, readReport } from '../../reads/reports'
import { answerMissing, answerProblem } from '../answer'
import type { Ask, WebContext } from '../context'
import { deskOrigin } from '../desk-origin'
import { staff } from '../person'
import { type Route, route } from '../route'
import { inXlsx, xlsxType } from '../xlsx'
import { officePage } from './page'

const permission = 'reports.read'

const askedIn = (c: Ask, { desk }: WebContext, name: ReportName): ReportAsk | Problem => {
  const { day: today } = localHourOf(desk.clock.now(), deskZone)
  return reportAskIn(
    name,
    (field) => (c.req.method === 'GET' ? c.req.query(field) : undefined),
    today,
    departmentsSeen(staff(c)),
  )
}

const pageAt = (path: string, nameIn: (c: Ask) => ReportName | undefined) =>
  officePage({
    ...{ path, permission, menu: reportsInMenu },
    find: (c, web) => {
      const name = nameIn(c)
      const ask = name ? askedIn(c, web, name) : new Problem('missing', 'missing')
      return isProblem(ask) ? ask : { ask, person: staff(c), language: c.get('look').language }
    },
    read: async ({ desk }, { ask, language, person }): Promise<{ shown: ShownReport }> => {
      const [read, choices, mail, account] = await Promise.all([
        readReport(desk.store, ask),
        reportChoices(desk.store, ask, language),
        mailedTo(desk.store, person.id, ask.name),
        desk.store.accounts.byId(person.id),
      ])
      const mailed = { every: mail?.every ?? '', address: account?.email ?? '' } as const
      return { shown: { ask, read, choices, mailed, report: reportOf(ask.name), zone: deskZone } }
    },
    told: ({ shown }) => toldOf(shown),
    draw: ({ shown }, context) => ReportPage({ ...context, shown }),
  })

/** What a program is told: the same rows as the page has. */
const toldOf = ({
  ask,
  read,
}: Pick<ShownReport, 'ask'> & { read: Awaited<ReturnType<typeof readReport>> }) => {
  const { columns, rows } = tableOfReport({ ...ask, departments: null }, read)
  const records = rows.map((row) =>
    Object.fromEntries(columns.map((column, nth) => [column, row[nth]])),
  )
  return { report: ask.name, rows: records.slice(0, -1), total: records.at(-1) }
}

const first = pageAt(reportPaths.menu, () => 'overview')
const byName = pageAt(reportPaths.named, (c) => nameOf(c.req.param('report')))

const nameOf = (typed: string | undefined): ReportName | undefined =>
  reportNames.find((one) => one === typed)

/** A report by its name, and with an ending as a file. */
const one = route({
  ...{ method: 'GET', path: reportPaths.named, permission },
  show: async (c, web) => {
    const [, name = '', format] =
      /^([a-z]+)(?:\.(csv|json|xlsx))?$/.exec(c.req.param('report') ?? '') ?? []
    if (name === 'conversations' && format === 'csv') return conversationsFile(c, web)
    const report = nameOf(name)
    if (!report) return answerMissing(c)
    return format === undefined ? byName.show.answer(c, web) : fileOf(c, web, report, format)
  },
})

const fileOf = async (c: Ask, web: WebContext, name: ReportName, format: string) => {
  const ask = askedIn(c, web, name)
  if (isProblem(ask)) return answerProblem(c, ask)
  const read = await readReport(web.desk.store, ask)
  if (format === 'json') return c.json(toldOf({ ask, read }))
  const { columns, rows } = tableOfReport(ask, read)
  if (format === 'csv')
    return new Response(csvHead(columns) + inCsv(rows), { headers: headersOf(name) })
  const workbook = await inXlsx(name, columns, rows)
  return new Response(new Uint8Array(workbook), {
    headers: {
      'Content-Type': xlsxType,
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
    },
  })
}

const headersOf = (name: string) => ({
  'Content-Type': csvType,
  'Content-Disposition': `attachment; filename="${name}.csv"`,
})

/** One row of each conversation, written while it is read: never more than one stretch of it is held. */
const conversationsFile = async (c: Ask, web: WebContext): Promise<Response> => {
  const ask = askedIn(c, web, 'overview')
  if (isProblem(ask)) return answerProblem(c, ask)
  const path = reportPaths.of('conversations', 'csv')
  await tellExported(web.desk, staff(c), path, new URL(c.req.url).search)
  const origin = deskOrigin(c, web.config)
  const urlOf = (id: string) => origin + paths.workbench.conversation(id)
  const rows = episodeRows(web.desk.store, ask, urlOf)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (out) => out.enqueue(encoder.encode(csvHead(episodeColumns))),
    pull: async (out) => {
      const { done, value } = await rows.next()
      if (done) out.close()
      else out.enqueue(encoder.encode(inCsv(value)))
    },
    cancel: () => void rows.return(undefined),
  })
  return new Response(body, { headers: headersOf('conversations') })
}

const mail = byName.verb({
  ...{ path: reportPaths.mail(':report'), name: 'mail', form: mailReportForm, said: 'mailed' },
  to: ({ subject }) => reportPaths.of(subject.ask.name),
  run: ({ web, input, subject: { person, ask, language } }) =>
    mailReport(web.desk, person, { name: ask.name, language, zone: deskZone }, input),
})

/** What is counted of conversations. */
export const reportRoutes: readonly Route[] = [first.show, one, mail]
