import { describe, expect, test } from 'bun:test'
import { chartOf, insetOf } from '../../../actors/chart/chart'
import { nameOf } from '../../../actors/chart/event-name'
import { logicOf } from '../../../actors/registry'
import layouts from '../../../views/office/statechart/layouts.json' with { type: 'json' }
import { type InsetEdge, labelSize, stateSize } from '../../../views/office/statechart/measure'
import { chartEvents } from '../../../views/words/statechart/events'
import { chartStates } from '../../../views/words/statechart/states'

const kinds = ['conversation', 'agent', 'department'] as const

describe.each(kinds)('the drawing of the %s', (kind) => {
  const chart = chartOf(logicOf(kind).machine)
  const { size, states, edges } = layouts[kind]

  // When this fails the machine has changed: `npm run charts` lays it out again.
  test('shows the states and the ways of its machine, and no others', () => {
    expect(states.map(({ box: _, ...state }) => state)).toEqual([...chart.states] as never)
    expect(edges.map(({ points: _, label: __, ...edge }) => edge)).toEqual(
      chart.edges.map((edge) => ({ ...edge, inset: insetOf(edge) })) as never,
    )
  })

  // Journals tell of them too, those that lead nowhere and that no chart has a line for.
  test('has a word for every event that its machine answers to, in each language', () => {
    const { events } = logicOf(kind).machine
    expect(events.length).toBeGreaterThan(10)
    for (const language of ['en', 'zh'] as const) {
      const words = Object.keys(chartEvents[language])
      expect(events.map((type) => nameOf(`${type}`)).filter((e) => !words.includes(e))).toEqual([])
    }
  })

  test('has a word for each of them, in each language', () => {
    for (const language of ['en', 'zh'] as const) {
      expect(Object.keys(chartStates[language][kind])).toEqual(chart.states.map(({ id }) => id))
      const words = Object.keys(chartEvents[language])
      expect(chart.edges.flatMap(({ events }) => events).filter((e) => !words.includes(e))).toEqual(
        [],
      )
    }
  })

  test('has room for its words: they have grown where it was laid out before', () => {
    const all = edges as readonly InsetEdge[]
    for (const { id, box } of states) {
      const { width, height } = stateSize(kind, id, all)
      expect([id, (box[2] ?? 0) >= width, (box[3] ?? 0) >= height]).toEqual([id, true, true])
    }
    for (const { points, label, events } of edges) {
      if (points.length === 0) continue
      const { width } = labelSize(events)
      const [x = 0] = label
      expect([events, x - width / 2 >= 0, x + width / 2 <= (size[0] ?? 0)]).toEqual([
        events,
        true,
        true,
      ])
    }
  })
})
