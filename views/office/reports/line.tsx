import { scaleLinear, scalePoint } from 'd3-scale'
import { area, line } from 'd3-shape'

/** How a line is drawn: each differs from the others without its colour, too. */
type Stroke = 'main' | 'other' | 'before'
type Series = { name: string; stroke: Stroke; values: readonly (number | null)[] }
type Chart = {
  title: string
  /** What each value is of. */
  labels: readonly string[]
  /** The same as short as it stands under the chart, where that is another. */
  axis?: readonly string[]
  series: readonly Series[]
  /** The axis goes up to this at least. */
  least?: number
  text: (value: number) => string
}

/** The lines are stretched to the room there is; what is read is placed by its share of it, and is of one size in any. */
const SIDE = 1_000
/** So many labels stand under it, and of more values than these none has a dot of its own size. */
const LABELS = 4
const DOTS = 62
const SPACE = ' '

type At = { nth: number; value: number | null }
const isThere = ({ value }: At): boolean => value !== null
const share = (at: number): string => `${Math.round((at / SIDE) * 10_000) / 100}%`

/** Some numbers over time. They stand in the table under it: whoever does not see reads that. */
export const LineChart = (chart: Chart) => {
  const { title, series } = chart
  const scales = scalesOf(chart)
  return (
    <figure class="chart-figure" aria-label={title}>
      {series.length > 1 && <Legend series={series} />}
      <svg class="report-chart report-line" aria-hidden="true">
        <Grid chart={chart} scales={scales} />
        <svg viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none" aria-hidden="true">
          {series.map((each) => (
            <Path series={each} scales={scales} />
          ))}
        </svg>
        {series
          .filter(({ stroke }) => stroke === 'main')
          .map((each) => (
            <Dots chart={chart} series={each} scales={scales} />
          ))}
      </svg>
    </figure>
  )
}

const scalesOf = ({ labels, series, least = 1 }: Chart) => {
  const all = series.flatMap(({ values }) => values.map((value) => value ?? 0))
  const x = scalePoint<number>()
    .domain(labels.map((_, nth) => nth))
    .range([0, SIDE])
  const y = scaleLinear()
    .domain([0, Math.max(least, ...all)])
    .nice(4)
    .range([SIDE, 0])
  return {
    ...{ y, xOf: ({ nth }: Pick<At, 'nth'>) => x(nth) ?? 0 },
    yOf: ({ value }: At) => y(value ?? 0),
  }
}

type Scaled = { scales: ReturnType<typeof scalesOf> }

const Grid = ({ chart: { labels, axis = labels, series, text }, scales: { xOf, y } }: Drawn) => {
  // Of what is counted there is no half: between 0 and 1 stands nothing.
  const isCount = series.every(({ values }) => values.every((n) => Number.isInteger(n ?? 0)))
  const ticks = y.ticks(4).filter((tick) => !isCount || Number.isInteger(tick))
  const each = Math.max(1, Math.ceil(axis.length / LABELS))
  return (
    <>
      {ticks.map((tick) => (
        <>
          <line class="chart-grid" x2="100%" y1={share(y(tick))} y2={share(y(tick))} />
          <text class="chart-end" x="-8" y={share(y(tick))} dy="4">
            {text(tick)}
          </text>
        </>
      ))}
      {axis.map((label, nth) =>
        nth % each === 0 ? (
          <text class="chart-middle" x={share(xOf({ nth }))} y="100%" dy="20">
            {label}
          </text>
        ) : null,
      )}
    </>
  )
}
type Drawn = Scaled & { chart: Chart }

const pointsOf = ({ values }: Series) => values.map((value, nth): At => ({ nth, value }))

const Path = ({ series, scales: { xOf, y, yOf } }: Scaled & { series: Series }) => {
  const points = pointsOf(series)
  return (
    <>
      {series.stroke === 'main' && (
        <path class="chart-area" d={area(xOf, y(0), yOf).defined(isThere)(points) ?? ''} />
      )}
      <path
        class={`chart-path ${series.stroke}`}
        d={line(xOf, yOf).defined(isThere)(points) ?? ''}
      />
    </>
  )
}

const Dots = ({ chart, series, scales: { xOf, yOf } }: Drawn & { series: Series }) => {
  const points = pointsOf(series)
  return (
    <>
      {points.filter(isThere).map((at) => (
        <circle
          class="chart-dot"
          cx={share(xOf(at))}
          cy={share(yOf(at))}
          r={points.length > DOTS ? 1 : 3}
        >
          <title>
            {[chart.labels[at.nth], series.name, chart.text(at.value ?? 0)].join(SPACE)}
          </title>
        </circle>
      ))}
    </>
  )
}

const Legend = ({ series }: { series: readonly Series[] }) => (
  <figcaption class="chart-legend">
    {series.map(({ name, stroke }) => (
      <span>
        <svg viewBox="0 0 24 8" aria-hidden="true">
          <path class={`chart-path ${stroke}`} d="M0 4H24" />
        </svg>
        {name}
      </span>
    ))}
  </figcaption>
)
