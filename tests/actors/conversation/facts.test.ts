import { describe, expect, test } from 'bun:test'
import type { AnyEvent } from '../../../actors/events'
import { takeTurn } from '../../../actors/turn'
import { arrive } from '../cells'
import { events, reach, type State } from './events'

describe('whom it rings', () => {
  const facts = (from: State, event: AnyEvent) =>
    takeTurn('conversation:own', arrive('conversation', reach[from]), event).facts.map(
      ({ topic, what, by, seq }) => [topic, what, ...(by ? [by, seq] : [])].join(' '),
    )

  test('everybody who watches, its agent’s list, and the line while it waits', () => {
    expect(facts('active.awaitingAgent + steady', events['Vera says'])).toEqual([
      'conversation:own said',
      'agent:ana row',
    ])
    expect(facts('waiting.inLine', events['Vera says'])).toEqual([
      'conversation:own said',
      'department:sales line',
    ])
    expect(facts('offered', events['rings at Amir, by a newer offer'])).toEqual([
      'conversation:own state',
      'agent:ana row',
      'agent:amir row',
    ])
  })

  test('all that stands around it, when it is another’s in the middle of the same state', () => {
    expect(facts('active.awaitingVisitor + steady', events['Olga takes it over'])).toEqual(
      expect.arrayContaining(['conversation:own state', 'agent:ana row', 'agent:olga row']),
    )
  })

  test('who looks at it when somebody has read further, with how far', () => {
    const from = 'active.awaitingAgent + steady'
    expect(facts(from, { type: 'seen', at: 0, by: 'visitor', upTo: 2 })).toEqual([
      'conversation:own seen visitor 2',
    ])
    // Her list counts what she has not seen.
    expect(facts(from, { type: 'seen', at: 0, by: 'agent', upTo: 1 })).toEqual([
      'conversation:own seen agent 1',
      'agent:ana row',
    ])
    expect(facts(from, { type: 'seen', at: 0, by: 'agent', upTo: 99 })).toEqual([])
  })

  test('who has it before them, when a line comes with what stands around it', () => {
    expect(facts('closed.unrated', events['nobody said why it was'])).toEqual([
      ...['conversation:own said', 'conversation:own state', 'agent:ana row'],
      'department:sales closed',
    ])
    expect(facts('active.awaitingAgent + steady', events['Amir calls it urgent'])).toContain(
      'conversation:own state',
    )
  })

  test('nobody, when nothing happened', () => {
    expect(facts('closed.rated', events['Vera says'])).toEqual([])
  })

  test('of its department look when it is closed, rated or goes on', () => {
    const closed = 'department:sales closed'
    expect(facts('waiting.inLine', events['Vera ends it'])).toContain(closed)
    expect(facts('closed.unrated', events['Vera rates it'])).toContain(closed)
    expect(facts('closed.rated', events['Vera rates it otherwise'])).toEqual([
      'conversation:own said',
      'conversation:own state',
      'agent:ana row',
      closed,
    ])
    expect(facts('closed.rated', events['Vera reopens it'])).toContain(closed)
  })
})
