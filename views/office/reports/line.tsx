import { scaleLinear, scalePoint } from 'd3-scale'
import { area, line } from 'd3-shape'
import { type FigureName, figureOf } from '../../../actors/figures/figures'
import { figureWords } from '../../words/figures'
import type { Language } from '../../words/language'
import { figureText } from './figure'

type Point = { label: string; value: number | null }
type Chart = { id: string; name: FigureName; points: readonly Point[]; language: Language }

const [WIDTH, HEIGHT] = [720, 240]
const [START, END, TOP, FOOT] = [56, 16, 12, 28]
/** So many labels stand under it. */
const LABELS = 6

/** One figure over time. What it shows is in the table under it: to whoever does not see, it is one image. */
export const LineChart = ({ id, name, points, language }: Chart) => {
  const values = points.map(({ value }) => value ?? 0)
  const most = Math.max(figureOf(name).unit === 'percent' ? 100 : 1, ...values)
  const x = scalePoint<number>()
    .domain(points.map((_, nth) => nth))
    .range([START, WIDTH - END])
  const y = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([HEIGHT - FOOT, TOP])
  const at = (nth: number) => x(nth) ?? START
  const drawn = points.flatMap(({ value }, nth) => [{ nth, value }])
  const isThere = ({ value }: { value: number | null }) => value !== null
  const path = line<(typeof drawn)[number]>(
    ({ nth }) => at(nth),
    ({ value }) => y(value ?? 0),
  )
  const under = area<(typeof drawn)[number]>(
    ({ nth }) => at(nth),
    y(0),
    ({ value }) => y(value ?? 0),
  )
  const each = Math.max(1, Math.ceil(points.length / LABELS))
  return (
    <svg
      class="chart chart-line"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-title`}
    >
      <title id={`${id}-title`}>{figureWords[language][name].name}</title>
      {y.ticks(4).map((tick) => (
        <>
          <line class="chart-grid" x1={START} x2={WIDTH - END} y1={y(tick)} y2={y(tick)} />
          <text class="chart-end" x={START - 8} y={y(tick) + 4}>
            {figureText(name, tick, language)}
          </text>
        </>
      ))}
      <path class="chart-area" d={under.defined(isThere)(drawn) ?? ''} />
      <path class="chart-path" d={path.defined(isThere)(drawn) ?? ''} />
      {points.map(({ label, value }, nth) => (
        <>
          {value !== null && (
            <circle class="chart-dot" cx={at(nth)} cy={y(value)} r={points.length > 62 ? 1 : 3}>
              <title>{`${label}${SPACE}${figureText(name, value, language)}`}</title>
            </circle>
          )}
          {nth % each === 0 && (
            <text class="chart-middle" x={at(nth)} y={HEIGHT - 8}>
              {label}
            </text>
          )}
        </>
      ))}
    </svg>
  )
}
const SPACE = ' '
