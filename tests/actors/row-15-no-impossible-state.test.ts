import { describe, expect, test } from 'bun:test'
import { initialTransition } from 'xstate'
import { addressOf } from '../../actors/address'
import { chartOf } from '../../actors/chart/chart'
import { nameOf } from '../../actors/chart/event-name'
import { refusalOf } from '../../actors/chart/refusal'
import { statesIn, waysOf } from '../../actors/chart/where'
import { isDeepEqual } from '../../actors/equal'
import type { AnyEvent } from '../../actors/events'
import { logicOf } from '../../actors/registry'
import type { Reads } from '../../actors/rows'
import { takeTurn } from '../../actors/turn'
import * as agent from './agent/events'
import { arrive, ID } from './cells'
import * as conversation from './conversation/events'
import * as department from './department/events'

type Reach = Readonly<Record<string, readonly AnyEvent[]>>
const all = [
  { kind: 'conversation', events: conversation.events, reach: conversation.reach as Reach },
  { kind: 'agent', events: agent.events, reach: agent.reach as Reach },
  {
    kind: 'department',
    events: department.events,
    reach: department.reach as Reach,
    found: department.found as Readonly<Record<string, readonly (Reads | undefined)[]>>,
    reads: department.reads as Readonly<Record<string, Reads>>,
  },
] as const

describe.each(all)('FEATURES row 15: a $kind', (one) => {
  const { kind, reach } = one
  const events = Object.entries(one.events as Readonly<Record<string, AnyEvent>>)
  const found = 'found' in one ? one.found : {}
  const reads = 'reads' in one ? one.reads : {}
  const { machine } = logicOf(kind)
  const chart = chartOf(machine)
  const begins: unknown = initialTransition(machine, { id: ID })[0].value
  const known = new Set(chart.states.map(({ id }) => id))
  const cells = Object.entries(reach).flatMap(([state, way]) => {
    const stored = arrive(kind, way, found[state])
    return events.map(([name, event]) => ({ state, name, event, stored }))
  })

  test('goes by a way of the chart at each event in each state, or stays, or it is refused', () => {
    const turns = cells.map(({ state, name, event, stored }) => {
      const turn = takeTurn(addressOf(kind, ID), stored, event, reads[name])
      const before = statesIn(stored ? stored.snapshot.value : begins)
      const after = statesIn(turn.snapshot.value)
      const ways = waysOf(chart, { event: nameOf(event.type), before, after })
      const { asked, elsewhere } = refusalOf(machine, before, event.type)
      return {
        cell: `${state}: ${name}`,
        isRefused: turn.rejected,
        isKnown: after.every((id) => known.has(id)),
        isMoved: !isDeepEqual(before, after),
        isDrawn: ways.length > 0,
        // A time that was due is answered by the clocks it is of, whatever the state.
        isAnswered: asked.length + elsewhere.length > 0 || event.type.startsWith('due.'),
      }
    })
    const named = (wrong: (turn: (typeof turns)[number]) => boolean) =>
      turns.filter(wrong).map(({ cell }) => cell)
    expect(named(({ isKnown }) => !isKnown)).toEqual([])
    expect(named(({ isMoved, isDrawn }) => isMoved && !isDrawn)).toEqual([])
    expect(named(({ isRefused, isMoved }) => isRefused && isMoved)).toEqual([])
    expect(named(({ isRefused, isAnswered }) => isRefused && !isAnswered)).toEqual([])
    expect(named(({ isRefused }) => isRefused).length).toBeGreaterThan(5)
    expect(turns.length).toBeGreaterThan(40)
  })
})
