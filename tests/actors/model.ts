import { fromTransition } from 'xstate'
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph'
import { addressOf, type Kind } from '../../actors/address'
import { type AnyEvent, isTimer } from '../../actors/events'
import type { Stored } from '../../actors/snapshot'
import { type Turn, takeTurn } from '../../actors/turn'
import { ID, nameOf } from './cells'

/** An actor on its way: what is stored, its clocks, and the turn that led here. */
export type Walk = { stored: Stored | undefined; clocks: readonly string[]; turn: Turn | undefined }

/** One step of the graph: from where, by what, to where. */
export type Step = { from: Walk; event: AnyEvent; to: Walk }

/**
 * Every state of an actor that `events` can lead to, and every step between them, as the graph
 * of XState finds them. `same` tells states apart: what it leaves out makes no difference.
 */
export const explore = (
  kind: Kind,
  events: (walk: Walk) => readonly AnyEvent[],
  same: (walk: Walk) => unknown,
) => {
  const start: Walk = { stored: undefined, clocks: [], turn: undefined }
  const logic = fromTransition((walk: Walk, event: AnyEvent): Walk => {
    const turn = takeTurn(addressOf(kind, ID), walk.stored, event)
    const stored = { version: turn.version, snapshot: turn.snapshot }
    return { stored: JSON.parse(JSON.stringify(stored)), clocks: clocksAfter(walk, turn), turn }
  }, start)
  const options = {
    events: ({ context }: { context: Walk }) => [...events(context)],
    serializeState: ({ context }: { context: Walk }) => JSON.stringify(same(context)) as never,
    serializeEvent: (event: AnyEvent) => JSON.stringify(event) as never,
  }
  const paths = getShortestPaths(logic, options)
  const steps = adjacencyMapToArray(getAdjacencyMap(logic, options)).map(
    ({ state, event, nextState }): Step => ({ from: state.context, event, to: nextState.context }),
  )
  return {
    states: new Set(paths.map(({ state }) => stateOf(state.context)).filter((name) => name !== '')),
    steps,
    /** The shortest way to where a step begins, and the step: for whoever looks for a fault. */
    wayOf: ({ from, event }: Step): string => {
      const path = paths.find(({ state }) => state.context === from)
      const way = path?.steps.map((step) => step.event.type) ?? []
      return [...way, JSON.stringify(event)].join(' → ')
    },
  }
}

const clocksAfter = (walk: Walk, turn: Turn): string[] => {
  const stopped = new Set([...turn.cancels, ...firedBy(turn)])
  const armed = turn.mail.flatMap(({ timer }) => timer ?? [])
  return [...new Set([...walk.clocks.filter((clock) => !stopped.has(clock)), ...armed])].toSorted()
}

/** A clock that went off does not run any longer, unless the turn starts it again. */
const firedBy = (turn: Turn): string[] =>
  isTimer(turn.event) ? [`${turn.address}/${turn.event.type}`] : []

export const stateOf = ({ stored }: Walk): string => (stored ? nameOf(stored.snapshot.value) : '')

/** The clock's own event, as it comes when it goes off. */
export const goesOff = (clock: string, at: number): AnyEvent => ({
  type: clock.slice(clock.indexOf('/') + 1) as `xstate.after.${string}`,
  at,
})
