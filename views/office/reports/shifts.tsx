import { scaleLinear } from 'd3-scale'
import { dayText } from '../../../actors/figures/calendar'
import { type DaySpan, type Duty, duties } from '../../../actors/figures/shift'
import { Button, LinkButton } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { SelectField } from '../../parts/fields/select-field'
import { Clock } from '../../parts/time'
import { query } from '../../paths/query'
import type { Language } from '../../words/language'
import { awayWords } from '../../words/me'
import { reportWords } from '../../words/reports'
import { shiftWords } from '../../words/shifts'
import { clock } from '../../words/times'
import type { MenuEntry, OfficeContext } from '../context'
import { OfficeFrame } from '../frame'
import { Panel } from '../panel'
import { clockText } from './figure'
import { reportsInMenu } from './page'
import { reportPaths } from './paths'
import { SetAway } from './set-away'
import { type ShownShift, type ShownShifts, shiftPaths } from './shift-shown'

/** It stands among the reports. */
export const shiftsInMenu = { ...reportsInMenu, words: shiftWords } satisfies MenuEntry<'away'>

/** How high each stands, so that they are told apart without their colours. */
const heights: Readonly<Record<Duty, number>> = {
  ...{ talking: 24, resting: 18, ready: 12, away: 8, unreachable: 4, off: 1 },
}
const [WIDTH, HEIGHT] = [960, 24]
const HOUR_MS = 3_600_000

type Shown = { shown: ShownShifts; context: OfficeContext }

/** The day of each colleague. */
export const ShiftsPage = ({ shown, ...context }: OfficeContext & { shown: ShownShifts }) => {
  const { language } = context
  const words = shiftWords[language]
  const asked = query({ from: dayText(shown.day), agent: shown.agent })
  return (
    <OfficeFrame
      {...context}
      title={words.title}
      parent={{ path: reportPaths.menu, name: reportWords[language].title }}
      wide
    >
      <p class="panel-hint">{words.lead}</p>
      <Filters shown={shown} context={context} />
      {shown.days.length === 0 ? (
        <Empty icon="users" title={words.none} hint={words.noneHint} />
      ) : (
        shown.days.map((day) => <Day day={day} shown={shown} context={context} />)
      )}
      <nav class="office-list-foot" aria-label={words.files}>
        <span class="office-list-files">
          <LinkButton tone="quiet" icon="download" href={shiftPaths.file('csv') + asked}>
            {words.csv}
          </LinkButton>
          <LinkButton tone="quiet" icon="download" href={shiftPaths.file('json') + asked}>
            {words.json}
          </LinkButton>
        </span>
      </nav>
    </OfficeFrame>
  )
}

const Filters = ({ shown, context: { language } }: Shown) => {
  const words = shiftWords[language]
  return (
    <search class="office-filters report-filters">
      <form method="get" action={shiftPaths.page}>
        <div class="field">
          <label for="field-filter-from">{words.day}</label>
          <input id="field-filter-from" type="date" name="from" value={dayText(shown.day)} />
        </div>
        <SelectField
          name="agent"
          id="filter-agent"
          label={words.agent}
          value={shown.agent ?? ''}
          options={[{ value: '', label: words.any }, ...shown.choices]}
        />
        <div class="office-filters-acts">
          <Button>{words.show}</Button>
        </div>
      </form>
    </search>
  )
}

const Day = ({ day, shown, context }: Shown & { day: ShownShift }) => {
  const { language } = context
  const words = shiftWords[language]
  return (
    <Panel id={`shift-${day.id}`} title={day.name}>
      <Bar day={day} shown={shown} />
      <Hours shown={shown} />
      <dl class="shift-totals">
        {duties.map((duty) => (
          <div data-duty={duty}>
            <dt>
              <Mark duty={duty} />
              {words.duties[duty]}
            </dt>
            <dd>
              <Took ms={day.totals[duty]} />
            </dd>
          </div>
        ))}
        <div data-duty="all">
          <dt>{words.total}</dt>
          <dd>
            <Took ms={shown.until - shown.from} />
          </dd>
        </div>
      </dl>
      <details class="unfolds">
        <summary>{words.spans}</summary>
        <Spans spans={day.spans} shown={shown} language={language} />
      </details>
      {(shown.canSendAway.includes(day.id) || shown.setting === day.id) && (
        <SetAway id={day.id} shown={shown} context={context} />
      )}
    </Panel>
  )
}

const Took = ({ ms }: { ms: number }) => (
  <data value={String(Math.round(ms / 1_000))}>{clockText(Math.round(ms / 1_000))}</data>
)

/** What they were, over the day: the more they had to do the higher it stands. */
const Bar = ({ day, shown }: Omit<Shown, 'context'> & { day: ShownShift }) => {
  const x = scaleLinear().domain([shown.from, shown.until]).range([0, WIDTH])
  return (
    <svg
      class="report-chart shift-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {day.spans.map(({ at, until, duty }) => (
        <rect
          class={`shift-${duty}`}
          x={x(at)}
          y={HEIGHT - heights[duty]}
          width={Math.max(0, x(until) - x(at))}
          height={heights[duty]}
        />
      ))}
    </svg>
  )
}

/** The clock under the bar, each six hours; on the days on which clocks are set it says so. */
const Hours = ({ shown: { from, until, zone } }: Pick<Shown, 'shown'>) => (
  <svg class="report-chart shift-hours" aria-hidden="true">
    {[0, 6, 12, 18, 24]
      .map((hours) => from + hours * HOUR_MS)
      .filter((at) => at <= until)
      .map((at) => (
        <text
          class={at === from ? undefined : at === until ? 'chart-end' : 'chart-middle'}
          x={`${((at - from) / (until - from)) * 100}%`}
          y="14"
        >
          {clock(at, zone)}
        </text>
      ))}
  </svg>
)

/** How it stands in the bar. */
const Mark = ({ duty }: { duty: Duty }) => (
  <svg class="shift-mark" viewBox={`0 0 ${HEIGHT / 2} ${HEIGHT}`} aria-hidden="true">
    <rect
      class={`shift-${duty}`}
      y={HEIGHT - Math.max(2, heights[duty])}
      width={HEIGHT / 2}
      height={Math.max(2, heights[duty])}
    />
  </svg>
)

type SpansProps = { spans: readonly DaySpan[]; shown: ShownShifts; language: Language }

const Spans = ({ spans, shown: { zone }, language }: SpansProps) => {
  const words = shiftWords[language]
  const heads = [words.from, words.to, words.took, words.duty, words.why, words.by]
  return (
    <div class="shift-spans">
      <table class="report-bars">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spans.map(({ at, until, duty, reason, by, byName }) => (
            <tr data-duty={duty}>
              <td>
                <Clock at={at} zone={zone} />
              </td>
              <td>
                <Clock at={until} zone={zone} />
              </td>
              <td>
                <Took ms={until - at} />
              </td>
              <th scope="row">{words.duties[duty]}</th>
              <td>{reason === '' ? '–' : <bdi>{awayWords(reason, language)}</bdi>}</td>
              <td>{by === 'colleague' ? <bdi>{byName}</bdi> : words.bys[by]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
