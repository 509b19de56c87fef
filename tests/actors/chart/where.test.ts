import { expect, test } from 'bun:test'
import { chartOf } from '../../../actors/chart/chart'
import { refusalOf } from '../../../actors/chart/refusal'
import { statesIn, waysOf } from '../../../actors/chart/where'
import { logicOf } from '../../../actors/registry'

const chart = chartOf(logicOf('conversation').machine)
const held = { active: { turn: 'awaitingAgent', hands: 'steady' } }
const answered = { active: { turn: 'awaitingVisitor', hands: 'steady' } }

test('a value is in all states around its innermost ones', () => {
  expect(statesIn(held)).toEqual([
    ...['active', 'active.turn', 'active.turn.awaitingAgent'],
    ...['active.hands', 'active.hands.steady'],
  ])
  expect(statesIn('offered')).toEqual(['offered'])
})

const way = (event: string, before: unknown, after: unknown) =>
  waysOf(chart, { event, before: statesIn(before), after: statesIn(after) })

test('a step goes by the ways of its event that lead where it went', () => {
  expect(way('opened', 'unopened', { waiting: 'inLine' })).toEqual(['unopened waiting'])
  expect(way('said', held, answered)).toEqual([
    'active.turn.awaitingAgent active.turn.awaitingVisitor',
  ])
  expect(way('said', answered, answered)).toEqual([
    'active.turn.awaitingVisitor active.turn.awaitingVisitor',
  ])
  expect(way('due.silence', answered, { closed: 'unrated' })).toEqual([
    'active.turn.awaitingVisitor closed',
  ])
  expect(way('tagged', held, held)).toEqual([])
  // Back in line, and at once where it stood.
  expect(way('returned', 'offered', { waiting: 'left' })).toEqual([
    'offered waiting',
    'waiting.inLine waiting.left',
  ])
})

test('what is refused says who answers to it, under which condition, and where else', () => {
  const { machine } = logicOf('conversation')
  expect(refusalOf(machine, statesIn(held), 'rated')).toEqual({
    asked: [],
    elsewhere: ['closed.unrated', 'closed.rated'],
  })
  expect(refusalOf(machine, statesIn(held), 'ended').asked).toEqual([
    { state: 'active', guards: ['mayEnd'] },
  ])
  // What holds in every state is told of all of them.
  expect(refusalOf(machine, ['offered'], 'seen').asked).toEqual([
    { state: '', guards: ['further'] },
  ])
})
