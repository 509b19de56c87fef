import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { nameOf } from './event-name'

const SEPARATOR = '.'

/** A state as a chart draws it. `id` is its path, `active.turn.snoozed`; `parent` is `''` for the outermost. */
export type ChartState = {
  id: string
  parent: string
  /** Both of its parts, and all others of its parent, are so at once. */
  kind: 'atomic' | 'compound' | 'parallel' | 'region'
  /** Its parent begins with it. */
  isInitial: boolean
}

/** Where events lead from one state to another. */
export type ChartEdge = {
  from: string
  to: string
  /** Types of events; a delay as `after.patience`, what needs no event as `always`. */
  events: readonly string[]
}

/**
 * What stands in a state instead of having a line of its own: what leads back to where it began,
 * into a state from all around it, and far out of one.
 */
export type Inset = 'loop' | 'inward' | 'outward'

/** Null for what has a line. */
export const insetOf = ({ from, to }: Pick<ChartEdge, 'from' | 'to'>): Inset | null => {
  if (from === to) return 'loop'
  if (to.startsWith(`${from}${SEPARATOR}`)) return 'inward'
  const crossed = outOf(from, to) + outOf(to, from)
  const isFar = crossed > 1 || (crossed === 1 && !to.includes(SEPARATOR))
  return isFar ? 'outward' : null
}

/** How many states around one are not around the other. */
const outOf = (id: string, other: string): number =>
  aroundOf(id).filter((around) => !other.startsWith(`${around}${SEPARATOR}`)).length

const aroundOf = (id: string): string[] => {
  const parts = id.split(SEPARATOR)
  return parts.slice(1).map((_, nth) => parts.slice(0, nth + 1).join(SEPARATOR))
}

export type Chart = { states: readonly ChartState[]; edges: readonly ChartEdge[] }

export const pathOf = (node: AnyStateNode): string => node.path.join(SEPARATOR)

/**
 * What there is to draw of a machine: its states, and what leads from one to another. What changes
 * only what it remembers leads nowhere.
 */
export const chartOf = (machine: AnyStateMachine): Chart => {
  const nodes = childrenOf(machine.root).flatMap(withDescendants)
  return { states: nodes.map(stateOf), edges: edgesOf([machine.root, ...nodes]) }
}

const childrenOf = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states)

const withDescendants = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...childrenOf(node).flatMap(withDescendants),
]

const stateOf = (node: AnyStateNode): ChartState => ({
  id: pathOf(node),
  parent: node.parent ? pathOf(node.parent) : '',
  kind: kindOf(node),
  isInitial: node.parent?.type === 'compound' && node.parent.initial.target.includes(node),
})

const kindOf = (node: AnyStateNode): ChartState['kind'] => {
  if (node.parent?.type === 'parallel') return 'region'
  return node.type === 'compound' || node.type === 'parallel' ? node.type : 'atomic'
}

const edgesOf = (nodes: readonly AnyStateNode[]): ChartEdge[] => {
  const events = new Map<string, Set<string>>()
  for (const node of nodes)
    for (const { target = [], eventType } of transitionsOf(node))
      for (const to of target) {
        const key = JSON.stringify([pathOf(node), pathOf(to)])
        events.set(key, (events.get(key) ?? new Set()).add(nameOf(eventType)))
      }
  return [...events].map(([key, names]) => {
    const [from, to] = JSON.parse(key) as [string, string]
    return { from, to, events: [...names] }
  })
}

/** All that a state answers to by itself, what needs no event among it. */
export const transitionsOf = (node: AnyStateNode) => [
  ...[...node.transitions.values()].flat(),
  ...(node.always ?? []),
]
