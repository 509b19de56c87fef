import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { pathOf, transitionsOf } from './chart'

/** Why an event changed nothing: who answers to it under which conditions, and where it is answered at all. */
export type WhyRefused = {
  /** States it was in that answer to it, `''` for all of them, and what each asks before. */
  asked: readonly { state: string; guards: readonly string[] }[]
  /** Other states that answer to it. */
  elsewhere: readonly string[]
}

/** Of an event that a machine did not take while it was in some states, by the type of the event. */
export const refusalOf = (
  machine: AnyStateMachine,
  states: readonly string[],
  type: string,
): WhyRefused => {
  const here = new Set(['', ...states])
  const listening = withDescendants(machine.root).flatMap((node) => {
    const answers = transitionsOf(node).filter(({ eventType }) => eventType === type)
    if (answers.length === 0) return []
    const guards = answers.flatMap(({ guard }) => guardName(guard) ?? [])
    return [{ state: pathOf(node), guards: [...new Set(guards)] }]
  })
  return {
    asked: listening.filter(({ state }) => here.has(state)),
    elsewhere: listening.flatMap(({ state }) => (here.has(state) ? [] : [state])),
  }
}

const withDescendants = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(withDescendants),
]

/** As the machine calls it; one that is made of others says only that it is there. */
const guardName = (guard: unknown): string | null => {
  if (guard === undefined || guard === null) return null
  if (typeof guard === 'string') return guard
  const named: unknown = typeof guard === 'object' && 'type' in guard ? guard.type : undefined
  return typeof named === 'string' ? named : '…'
}
