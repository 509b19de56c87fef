import { describe, expect, test } from 'bun:test'
import { type AgentContext, loadOf } from '../../../actors/agent/context'
import { summarizeAgent } from '../../../actors/agent/summary'
import type { AnyEvent } from '../../../actors/events'
import { type Turn, takeTurn } from '../../../actors/turn'
import { arrive, nameOf, takeTurns } from '../cells'
import { events, reach, type State } from './events'

const go = (from: State, ...more: AnyEvent[]) => {
  const { turns, stored } = takeTurns('agent', arrive('agent', reach[from]), more)
  const { value, context } = stored?.snapshot ?? {}
  return {
    ...{ turn: turns.at(-1) as Turn, context: context as AgentContext },
    state: value === undefined ? '' : nameOf(value),
  }
}
const tells = (turn: Turn, to: string) =>
  turn.mail.flatMap((mail) => (mail.to === to ? [mail.event] : []))

describe('an offer', () => {
  test('taken at once is hers by a claim of its own, and the line hears her new figures', () => {
    const { turn, context } = go('on.free + present', events['is given the chair'])
    expect(context.holdings.chair).toMatchObject({ state: 'held', claim: 5, department: 'sales' })
    expect(tells(turn, 'conversation:chair')).toEqual([
      {
        ...{ type: 'assigned', at: 1_000_000, agent: 'own', name: 'Ana', claim: 5, word: 5 },
        ...{ ticket: 1, offer: 1, how: events['is given the chair'].how },
      },
    ])
    expect(tells(turn, 'department:sales')).toMatchObject([
      {
        type: 'offerAnswered',
        outcome: 'took',
        offer: 1,
        report: { load: 2, version: 5, member: true },
      },
    ])
  })

  test('that rings keeps its claim when she accepts it', () => {
    const { turn, context } = go('on.full + present', events['accepts the desk'])
    expect(context.holdings.desk).toMatchObject({ state: 'held', claim: 5 })
    expect(tells(turn, 'conversation:desk')).toMatchObject([{ claim: 5, word: 6 }])
  })

  test('of what is in her hands already is not asked for again and again', () => {
    const { turn, context } = go('on.free + present', events['is given the lamp'])
    expect(tells(turn, 'department:sales')).toMatchObject([{ outcome: 'holds' }])
    expect(context.holdings.lamp).toMatchObject({ claim: 4 })
  })

  test('of a department that is not hers shows that she has no seat there', () => {
    const { turn } = go('on.free + present', events['is given the chair by support'])
    expect(tells(turn, 'department:support')).toMatchObject([
      { outcome: 'full', report: { member: false, load: 1 } },
    ])
  })
})

describe('being freed', () => {
  test('never undoes a later holding of the same conversation', () => {
    const { turn, context } = go('on.free + present', events['is freed of an older lamp'])
    expect(turn.rejected).toBe(true)
    expect(Object.keys(context.holdings)).toEqual(['lamp'])
  })

  test('makes her idle from then on', () => {
    const { context } = go('on.free + present', {
      ...events['is freed of the lamp'],
      at: 2_000_000,
    })
    expect(context.idleSince).toBe(2_000_000)
  })
})

describe('what is given back', () => {
  test('goes with its reason and claim; what only rang goes to the next', () => {
    const { turn, context } = go('on.full + grace', events['is out of reach too long'])
    expect(tells(turn, 'conversation:lamp')).toMatchObject([
      { type: 'returned', reason: 'lost', claim: 4, ticket: 1, offer: 1 },
    ])
    expect(tells(turn, 'conversation:desk')).toMatchObject([
      { type: 'passed', reason: 'away', claim: 5 },
    ])
    expect(context).toMatchObject({ holdings: {}, lost: true })
  })

  test('being lost is over when she comes back to duty', () => {
    expect(go('away + absent', events['says she is ready']).context.lost).toBe(false)
  })
})

describe('moving to another department', () => {
  test('tells the old one that she is gone, and the new one that she is there', () => {
    const { turn } = go('on.free + present', events['moves to support'])
    expect(tells(turn, 'department:sales')).toMatchObject([{ report: { member: false } }])
    expect(tells(turn, 'department:support')).toMatchObject([{ report: { member: true } }])
  })

  test('she is told of once, however often her departments are named', () => {
    const twice = { ...events['moves to support'], departments: ['support', 'support'] }
    const { turn, context } = go('on.free + present', twice)
    expect(context.departments).toEqual(['support'])
    expect(tells(turn, 'department:support')).toHaveLength(1)
  })

  test('answers to the old one do not seat her there again', () => {
    const { turn } = go('on.full + present', events['moves to support'], events['accepts the desk'])
    expect(tells(turn, 'department:sales')).toMatchObject([{ report: { member: false } }])
  })
})

describe('what is put off', () => {
  const off = events['hears that the lamp is put off']
  const awake = events['hears that the lamp wakes']

  test('takes none of her places, and her departments hear of it', () => {
    const { turn, context, state } = go('on.full + present', off)
    expect(tells(turn, 'department:sales')).toMatchObject([{ report: { load: 1 } }])
    expect([state, Object.keys(context.holdings)]).toEqual(['on.free + present', ['lamp', 'desk']])
    const given = go('on.full + present', off, events['is given the chair'])
    expect(given.state).toBe('on.full + present')
  })

  test('is hers again when it wakes, however many she has, and nothing new comes', () => {
    const more = [off, events['is given the chair'], awake] as const
    const { turn, state } = go('on.full + present', ...more)
    expect(tells(turn, 'department:sales')).toMatchObject([{ report: { load: 3, capacity: 2 } }])
    expect(state).toBe('on.full + present')
    const offered = { ...events['is given the chair'], conversation: 'table' }
    const refused = go('on.full + present', ...more, offered)
    expect(tells(refused.turn, 'department:sales')).toMatchObject([{ outcome: 'full' }])
  })

  test('is as the newest word says, in whatever order they come', () => {
    const { turn, context } = go('on.full + present', awake, off)
    expect([turn.rejected, loadOf(context)]).toEqual([true, 2])
  })
})

describe('being disabled', () => {
  const { 'is disabled': disabled, 'is enabled': enabled } = events
  const before = { capacity: 2, mayReply: true, wrapUp: 5000 }

  test('leaves the settings as they are, and so does being enabled', () => {
    const gone = go('on.full + present', events['loses the right to reply'], disabled)
    expect(gone.context).toMatchObject({
      settings: { ...before, mayReply: false },
      ...{ disabledAt: 1_000_000, holdings: {}, departments: ['sales'] },
    })
    const back = go('on.full + present', events['loses the right to reply'], disabled, enabled)
    expect(back.context).toEqual({ ...gone.context, disabledAt: null })
  })

  test('shows on the floor as one who may not reply, until she is enabled', () => {
    const gone = go('on.full + present', disabled)
    expect(tells(gone.turn, 'department:sales').at(-1)).toMatchObject({
      report: { mayReply: false, ready: false, load: 0 },
    })
    const back = go('on.full + present', disabled, enabled)
    expect(tells(back.turn, 'department:sales')).toMatchObject([{ report: { mayReply: true } }])
  })

  test.each([
    ...['says she is ready', 'pauses', 'takes the chair', 'accepts the desk'],
    ...['is disabled', 'signs off'],
  ] as const)('whatever she asked for just before is refused: %s', (name) => {
    expect(go('on.full + present', disabled, events[name]).turn.rejected).toBe(true)
  })

  test('what is offered to her goes back, and the office may still change her', () => {
    const { turn } = go('on.free + present', disabled, events['is given the chair'])
    expect(tells(turn, 'department:sales')).toMatchObject([{ outcome: 'full' }])
    const changed = go('on.free + present', disabled, events['moves to support'], enabled)
    expect(changed.context).toMatchObject({ departments: ['support'], settings: before })
  })
})

describe('a change by the office', () => {
  test('names what is other than before, and changes nothing else', () => {
    const { context } = go('on.free + present', {
      ...{ type: 'changed', at: 1_000_000, name: 'Ana Lima' },
      changes: { wrapUp: 0, capacity: undefined },
    })
    expect(context).toMatchObject({
      ...{ name: 'Ana Lima', departments: ['sales'] },
      settings: { capacity: 2, mayReply: true, wrapUp: 0 },
    })
  })

  test('is not to be had of somebody who has no place, and nobody is hired twice', () => {
    expect(takeTurn('agent:own', undefined, events['may hold three']).rejected).toBe(true)
    expect(go('on.free + present', events['is hired for two']).turn.rejected).toBe(true)
  })
})

describe('two nodes', () => {
  test('she is present until the last of them has lost her', () => {
    const { turn, context } = go(
      'on.free + present',
      events['comes through south'],
      events['is gone from north'],
    )
    expect(context.nodes).toEqual(['south'])
    expect(turn.snapshot.value).toMatchObject({ reach: 'present' })
    const gone = go(
      'on.free + present',
      events['comes through south'],
      events['is gone from north'],
      events['is gone from south'],
    )
    expect(gone.turn.snapshot.value).toMatchObject({ reach: 'grace' })
  })
})

describe('her row', () => {
  test.each([
    ['off + present', 'off', true],
    ['on.free + present', 'ready', true],
    ['on.wrapUp + grace', 'ready', false],
    ['away + absent', 'away', false],
  ] as const)('%s is %s, present %p', (state, status, present) => {
    const { snapshot } = arrive('agent', reach[state]) ?? {}
    expect(summarizeAgent(snapshot as never)).toMatchObject({ status, present })
  })
})
