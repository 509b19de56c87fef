// Lays the charts of the actors out, once for each change of a machine or of its words: where their
// states, lines and labels stand goes to views/office/statechart/layouts.json. As `npm run charts`.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ELK from 'elkjs/lib/elk.bundled.js'
import { chartOf, insetOf } from '../actors/chart/chart.ts'
import { logicOf } from '../actors/registry.ts'
import {
  LABEL_LINE,
  labelSize,
  SIDE,
  STATE,
  stateSize,
  TITLE,
} from '../views/office/statechart/measure.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const file = join(root, 'views/office/statechart/layouts.json')
const kinds = ['conversation', 'agent', 'department']

const paddingOf = (top) => `[top=${top},left=${SIDE},bottom=${SIDE},right=${SIDE}]`

/** Said of all and again of each state that has others in it: nothing is handed down. */
const options = {
  'elk.spacing.nodeNode': '20',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.labelLabel': '6',
  'elk.layered.spacing.nodeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
  'elk.layered.cycleBreaking.strategy': 'BFS_NODE_ORDER',
}

const ofAll = {
  ...options,
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': paddingOf(SIDE),
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
}

const nodesOf = (kind, { states, edges }, parent) =>
  states
    .filter((state) => state.parent === parent)
    .map(({ id }) => {
      const children = nodesOf(kind, { states, edges }, id)
      const size = stateSize(kind, id, edges)
      if (children.length === 0) return { id, ...size }
      const layoutOptions = {
        ...options,
        'elk.padding': paddingOf(size.height + TITLE - STATE),
        'elk.nodeSize.constraints': 'MINIMUM_SIZE',
        'elk.nodeSize.minimum': `(${size.width},${size.height})`,
      }
      return { id, children, layoutOptions }
    })

const graphOf = (kind, chart) => ({
  id: kind,
  layoutOptions: ofAll,
  children: nodesOf(kind, chart, ''),
  edges: chart.edges
    .filter(({ inset }) => inset === null)
    .map(({ from, to, events }) => ({
      ...{ id: `${from} ${to}`, sources: [from], targets: [to] },
      labels: [{ text: `${events}`, ...labelSize(events) }],
    })),
})

const round = (...figures) => figures.map((figure) => Math.round(figure))

const boxesIn = ({ children = [] }) =>
  children.flatMap((child) => [
    [child.id, round(child.x, child.y, child.width, child.height)],
    ...boxesIn(child),
  ])

/** Where its line goes, and the middle of the first line of its words; nothing where it has no line. */
const placed = (edge, laid) => {
  if (!laid) return { ...edge, points: [], label: [] }
  const [{ startPoint, bendPoints = [], endPoint }] = laid.sections
  const [{ x, y, width }] = laid.labels
  return {
    ...edge,
    points: [startPoint, ...bendPoints, endPoint].map((point) => round(point.x, point.y)),
    label: round(x + width / 2, y + LABEL_LINE / 2),
  }
}

const layoutOf = async (kind) => {
  const { states, edges } = chartOf(logicOf(kind).machine)
  const chart = { states, edges: edges.map((edge) => ({ ...edge, inset: insetOf(edge) })) }
  const laid = await new ELK().layout(graphOf(kind, chart))
  const boxes = new Map(boxesIn(laid))
  const lines = new Map(laid.edges.map((edge) => [edge.id, edge]))
  return {
    size: round(laid.width, laid.height),
    states: chart.states.map((state) => ({ ...state, box: boxes.get(state.id) })),
    edges: chart.edges.map((edge) => placed(edge, lines.get(`${edge.from} ${edge.to}`))),
  }
}

/** A line for each state and each edge: what has moved can be read. */
const written = async (kind) => {
  const { size, states, edges } = await layoutOf(kind)
  const rows = (all) => `[\n${all.map((row) => `      ${JSON.stringify(row)}`).join(',\n')}\n    ]`
  return `  "${kind}": {
    "size": ${JSON.stringify(size)},
    "states": ${rows(states)},
    "edges": ${rows(edges)}
  }`
}

const all = []
for (const kind of kinds) all.push(await written(kind))
writeFileSync(file, `{\n${all.join(',\n')}\n}\n`)
// The layout keeps a worker of its own, which would run on.
process.exit(0)
