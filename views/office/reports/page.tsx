import chartColumn from 'lucide-static/icons/chart-column.svg' with { type: 'text' }
import { figureOf } from '../../../actors/figures/figures'
import { answerSteps } from '../../../actors/figures/measures'
import { type ReportName, reportNames } from '../../../actors/figures/reports'
import { LinkButton } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { drawn } from '../../parts/icon'
import { figureWords } from '../../words/figures'
import type { Language } from '../../words/language'
import { reportWords } from '../../words/reports'
import type { MenuEntry, OfficeContext } from '../context'
import { OfficeFrame } from '../frame'
import { Panel } from '../panel'
import { Bars } from './bars'
import { ReportCards } from './cards'
import { figureText, numberText } from './figure'
import { ReportFilters } from './filters'
import { HeatMap } from './heat'
import { rowLabel, stretchLabels } from './labels'
import { LineChart } from './line'
import { ReportMail } from './mail'
import { askedText, reportPaths } from './paths'
import type { ShownReport } from './shown'
import { ReportTable } from './table'

export const reportsInMenu = {
  group: 'insight',
  path: reportPaths.menu,
  icon: drawn(chartColumn),
  words: reportWords,
} satisfies MenuEntry<'mailed'>

/** Of what has many values the chart shows so many; the table has all. */
const MOST_BARS = 12

/** One report: narrowed, in cards, in a chart, in figures, and the way to take it along. */
export const ReportPage = ({ shown, ...context }: OfficeContext & { shown: ShownReport }) => {
  const { language } = context
  const words = reportWords[language]
  const { ask, read } = shown
  const isEmpty = read.total.conversations === 0
  return (
    <OfficeFrame
      {...context}
      title={words.names[ask.name]}
      parent={{ path: reportPaths.menu, name: words.title }}
      wide
    >
      <Others ask={ask} language={language} />
      <ReportFilters shown={shown} language={language} />
      {isEmpty ? (
        <Empty
          icon="searchX"
          title={words.empty}
          hint={Object.keys(ask.only).length > 0 ? words.nothingHint : words.emptyHint}
        />
      ) : (
        <>
          <ReportCards shown={shown} language={language} />
          <Chart shown={shown} language={language} />
          <ReportTable shown={shown} language={language} />
        </>
      )}
      <ReportMail shown={shown} context={context} />
      <Counted shown={shown} language={language} />
      <Files shown={shown} language={language} />
    </OfficeFrame>
  )
}

type Shown = { shown: ShownReport; language: Language }

/** The other reports, of the same days and narrowed the same. */
const Others = ({ ask, language }: { ask: ShownReport['ask']; language: Language }) => {
  const words = reportWords[language]
  const to = (name: ReportName) => reportPaths.of(name) + askedText({ ...ask, name })
  return (
    <nav class="report-names" aria-label={words.all}>
      {reportNames.map((name) => (
        <>
          <a href={to(name)} aria-current={name === ask.name ? 'page' : undefined}>
            {words.names[name]}
          </a>{' '}
        </>
      ))}
      <a href={reportPaths.shifts}>{words.shifts}</a>
    </nav>
  )
}

const Chart = ({ shown, language }: Shown) => {
  const words = reportWords[language]
  const { report, read, ask } = shown
  const [first = 'conversations'] = report.figures
  const title = figureWords[language][first].name
  if (report.rows === 'weekHour')
    return (
      <Panel id="chart" title={words.names.workload} hint={title}>
        <HeatMap rows={read.rows} language={language} />
      </Panel>
    )
  if (report.rows === 'time')
    return (
      <div class="report-charts">
        <Panel id="chart" title={title}>
          <LineChart
            {...{ title, labels: read.rows.map(({ key }) => key) }}
            axis={stretchLabels(
              read.rows.map(({ key }) => key),
              language,
            )}
            series={[
              {
                ...{ name: title, stroke: 'main' },
                values: read.rows.map(({ figures }) => figures[first] ?? null),
              },
            ]}
            {...(figureOf(first).unit === 'percent' ? { least: 100 } : {})}
            text={(value) => figureText(first, value, language)}
          />
        </Panel>
        {ask.name === 'overview' && <Answers shown={shown} language={language} />}
      </div>
    )
  return (
    <Panel id="chart" title={title}>
      <Bars
        head={null}
        bars={read.rows.slice(0, MOST_BARS).map((row) => ({
          label: rowLabel(shown, row, language),
          value: row.measures.conversations,
          text: numberText(row.measures.conversations, language),
        }))}
      />
    </Panel>
  )
}

/** How long visitors waited for the first answer: how many for how long. */
const Answers = ({ shown: { read }, language }: Shown) => {
  const words = reportWords[language]
  const { answered } = read.total
  return (
    <Panel id="answers" title={words.answers} hint={words.answersHint}>
      <Bars
        head={null}
        bars={answerSteps.map(({ measure }) => {
          const value = read.total[measure]
          const part = answered === 0 ? 0 : (value / answered) * 100
          return {
            ...{ label: words.steps[measure], value, text: numberText(value, language) },
            aside: `${numberText(part, language, 1)} %`,
          }
        })}
      />
    </Panel>
  )
}

/** The definition of each figure that is shown. */
const Counted = ({ shown: { report, zone }, language }: Shown) => {
  const words = reportWords[language]
  return (
    <details class="panel report-counted unfolds">
      <summary>{words.counted}</summary>
      <p class="panel-hint">{words.countedHint(zone)}</p>
      <dl>
        {report.figures.map((name) => (
          <div>
            <dt>{figureWords[language][name].name}</dt>
            <dd>{figureWords[language][name].means}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const Files = ({ shown: { ask }, language }: Shown) => {
  const words = reportWords[language]
  const asked = askedText(ask)
  return (
    <nav class="office-list-foot" aria-label={words.files}>
      <span class="office-list-files">
        <LinkButton tone="quiet" icon="download" href={reportPaths.of(ask.name, 'csv') + asked}>
          {words.csv}
        </LinkButton>
        <LinkButton tone="quiet" icon="download" href={reportPaths.of(ask.name, 'xlsx') + asked}>
          {words.xlsx}
        </LinkButton>
        <LinkButton tone="quiet" icon="download" href={reportPaths.of(ask.name, 'json') + asked}>
          {words.json}
        </LinkButton>
        <LinkButton
          tone="quiet"
          icon="download"
          href={reportPaths.of('conversations', 'csv') + asked}
        >
          {words.rows}
        </LinkButton>
      </span>
    </nav>
  )
}
