import type { Language } from '../../words/language'
import type { Charted } from '../../words/statechart/events'
import layouts from './layouts.json' with { type: 'json' }
import {
  type InsetEdge,
  insetLines,
  insetsIn,
  LABEL_LINE,
  labelLines,
  STATE,
  stateWord,
} from './measure'
import type { Walked } from './walked'

type Layout = (typeof layouts)[Charted]
type State = Layout['states'][number]
type Edge = InsetEdge & { points: number[][]; label: number[] }

/** What is so of a state or of a way between two: it is now, it was before, it was not yet. */
type Mark = 'now' | 'been' | 'not'
const marks: readonly Mark[] = ['not', 'been', 'now']

type Chart = { kind: Charted; walked: Walked; language: Language }

/** Where an actor is among all the states that its kind has, and how it came there. */
export const StateChart = ({ kind, walked, language }: Chart) => {
  const { size, states } = layouts[kind]
  const edges = layouts[kind].edges as Edge[]
  const [width = 0, height = 0] = size
  const lines = edges
    .filter(({ inset }) => inset === null)
    .map((edge) => ({ edge, mark: wayMark(edge, walked) }))
  return (
    <svg
      class="chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <defs>
        {marks.map((mark) => (
          <Arrow mark={mark} />
        ))}
      </defs>
      {states.map((state) => (
        <StateBox {...{ kind, state, edges, walked, language }} />
      ))}
      {/* What was walked lies above what was not. */}
      {marks.flatMap((mark) =>
        lines.filter((line) => line.mark === mark).map(({ edge }) => <Way {...{ edge, mark }} />),
      )}
      {lines.map(({ edge, mark }) => {
        const [x = 0, y = 0] = edge.label
        return <Lines mark={mark} x={x} y={y} lines={labelLines(edge.events, language)} />
      })}
    </svg>
  )
}

/** Of the states that an actor is in those that say something: a region is there all the time. */
export const whereOf = (kind: Charted, now: readonly string[]): string[] => {
  const { states } = layouts[kind]
  return now.filter((id) => states.some((one) => one.id === id && one.kind !== 'region'))
}

const wayMark = ({ from, to }: Edge, { lastWays, ways }: Walked): Mark => {
  const way = `${from} ${to}`
  if (lastWays.includes(way)) return 'now'
  return ways.includes(way) ? 'been' : 'not'
}

const stateMark = (id: string, { now, been }: Walked): Mark => {
  if (now.includes(id)) return 'now'
  return been.includes(id) ? 'been' : 'not'
}

const StateBox = ({
  kind,
  state,
  edges,
  walked,
  language,
}: Chart & { state: State; edges: Edge[] }) => {
  const { id, box } = state
  const [x = 0, y = 0, width = 0, height = 0] = box
  const mark = stateMark(id, walked)
  const isAlone = state.kind === 'atomic'
  const middle = isAlone ? x + width / 2 : x + 14
  let line = y + STATE
  return (
    <g class={`state ${state.kind} ${mark}`} data-state={id}>
      <rect x={x} y={y} width={width} height={height} rx={isAlone ? 10 : 14} />
      <text x={middle} y={y + STATE / 2 + 2}>
        {stateWord(kind, id, language)}
      </text>
      {insetsIn(id, edges).map((edge) => {
        const lines = insetLines(kind, edge, language)
        const at = line
        line += lines.length * LABEL_LINE
        return <Lines mark={wayMark(edge, walked)} x={middle} y={at} lines={lines} />
      })}
    </g>
  )
}

const Arrow = ({ mark }: { mark: Mark }) => (
  <marker
    id={`arrow-${mark}`}
    class={`arrow ${mark}`}
    viewBox="0 0 8 8"
    refX="7"
    refY="4"
    markerWidth="8"
    markerHeight="8"
    markerUnits="userSpaceOnUse"
    orient="auto"
  >
    <path d="M0 0 8 4 0 8Z" />
  </marker>
)

const Way = ({ edge, mark }: { edge: Edge; mark: Mark }) => (
  <path
    class={`way ${mark}`}
    data-way={`${edge.from} ${edge.to}`}
    d={`M${edge.points.map((point) => point.join(' ')).join('L')}`}
    marker-end={`url(#arrow-${mark})`}
  />
)

const Lines = ({ mark, x, y, lines }: { mark: Mark; x: number; y: number; lines: string[] }) => (
  <>
    {lines.map((line, nth) => (
      <text class={`label ${mark}`} x={x} y={y + nth * LABEL_LINE}>
        {line}
      </text>
    ))}
  </>
)
