import { scaleLinear, scalePoint } from 'd3-scale'
import { area, line } from 'd3-shape'

/** How a line is drawn: each differs from the others without its colour, too. */
type Stroke = 'main' | 'other' | 'before'
type Series = { name: string; stroke: Stroke; values: readonly (number | null)[] }
type Chart = {
  title: string
  /** What stands under it, one for each value. */
  labels: readonly string[]
  series: readonly Series[]
  /** The axis goes up to this at least. */
  least?: number
  text: (value: number) => string
}

const [WIDTH, HEIGHT] = [560, 240]
const [START, END, TOP, FOOT] = [56, 24, 12, 28]
/** So many labels stand under it, and of more values than these none has a dot of its own size. */
const LABELS = 5
const DOTS = 62
const SPACE = ' '

type At = { nth: number; value: number | null }
const isThere = ({ value }: At): boolean => value !== null

/** Some numbers over time. They stand in the table under it: whoever does not see reads that. */
export const LineChart = ({ title, labels, series, least = 1, text }: Chart) => {
  const all = series.flatMap(({ values }) => values.map((value) => value ?? 0))
  const x = scalePoint<number>()
    .domain(labels.map((_, nth) => nth))
    .range([START, WIDTH - END])
  const y = scaleLinear()
    .domain([0, Math.max(least, ...all)])
    .nice(4)
    .range([HEIGHT - FOOT, TOP])
  const xOf = ({ nth }: At) => x(nth) ?? START
  const yOf = ({ value }: At) => y(value ?? 0)
  const each = Math.max(1, Math.ceil(labels.length / LABELS))
  // Of what is counted there is no half: between 0 and 1 stands nothing.
  const isCount = series.every(({ values }) =>
    values.every((value) => Number.isInteger(value ?? 0)),
  )
  const ticks = y.ticks(4).filter((tick) => !isCount || Number.isInteger(tick))
  return (
    <figure class="chart-figure" aria-label={title}>
      {series.length > 1 && <Legend series={series} />}
      <svg class="report-chart report-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {ticks.map((tick) => (
          <>
            <line class="chart-grid" x1={START} x2={WIDTH - END} y1={y(tick)} y2={y(tick)} />
            <text class="chart-end" x={START - 8} y={y(tick) + 4}>
              {text(tick)}
            </text>
          </>
        ))}
        {series.map(({ name, stroke, values }) => {
          const points = values.map((value, nth): At => ({ nth, value }))
          const path = line(xOf, yOf).defined(isThere)(points) ?? ''
          return (
            <>
              {stroke === 'main' && (
                <path class="chart-area" d={area(xOf, y(0), yOf).defined(isThere)(points) ?? ''} />
              )}
              <path class={`chart-path ${stroke}`} d={path} />
              {stroke === 'main' &&
                points.filter(isThere).map((at) => (
                  <circle
                    class="chart-dot"
                    cx={xOf(at)}
                    cy={yOf(at)}
                    r={points.length > DOTS ? 1 : 3}
                  >
                    <title>{[labels[at.nth], name, text(at.value ?? 0)].join(SPACE)}</title>
                  </circle>
                ))}
            </>
          )
        })}
        {labels.map((label, nth) =>
          nth % each === 0 ? (
            <text class="chart-middle" x={x(nth) ?? START} y={HEIGHT - 8}>
              {label}
            </text>
          ) : null,
        )}
      </svg>
    </figure>
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
