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
  const steps = adjacencyMapToArray(getAdjacencyMap(logic, options)).map(
    ({ state, event, nextState }): Step => ({ from: state.context, event, to: nextState.context }),
  )
  return {
    // What the start leads to: the graph holds nothing else.
    states: new Set(steps.map(({ to }) => stateOf(to))),
    steps,
    /**
     * The shortest way to where a step begins, and the step: for whoever looks for a fault. The ways
     * are found when there is one, for that walks the whole graph again.
     */
    wayOf: ({ from, event }: Step): string => {
      const here = options.serializeState({ context: from })
      const path = getShortestPaths(logic, options).find(
        ({ state }) => options.serializeState(state) === here,
      )
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

/** Of each walk, for most tests ask it of all of them. */
const names = new WeakMap<Walk, string>()

export const stateOf = (walk: Walk): string => {
  const name = names.get(walk) ?? (walk.stored ? nameOf(walk.stored.snapshot.value) : '')
  names.set(walk, name)
  return name
}

/** The clock's own event, as it comes when it goes off. */
export const goesOff = (clock: string, at: number): AnyEvent => ({
  type: clock.slice(clock.indexOf('/') + 1) as `xstate.after.${string}`,
  at,
})
