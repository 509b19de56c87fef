import { describe, expect, test } from 'bun:test'
import type { AnyEvent } from '../../../actors/events'
import { events, type State } from './events'
import { go as goThrough } from './turns'

/** Takes further turns: what the last of them came to, and where it stands. */
const go = (from: State, ...more: AnyEvent[]) => {
  const { turns, ...after } = goThrough(from, ...more)
  const mail = turns.at(-1)?.mail.map(({ to, event: { type } }) => `${to} ${type}`)
  return { ...after, rejected: turns.at(-1)?.rejected, mail }
}

/** The same, pressed when so many lines were there. */
const asOf = (event: AnyEvent, seq: number): AnyEvent => ({ ...event, asOf: seq }) as AnyEvent

const held = 'active.awaitingAgent + steady'
const endsAndReopens = [events['Ana ends it'], events['Vera reopens it']]

describe('an end that was pressed before it ended and went on', () => {
  test('is not done again, whoever pressed it', () => {
    for (const end of [events['Vera ends it'], events['Ana ends it']]) {
      const { lastSeq } = go(held).context
      const late = go(held, ...endsAndReopens, asOf(end, lastSeq))
      expect([late.rejected, late.state]).toEqual([true, 'waiting.inLine'])
    }
  })

  test('is done by who has seen that it goes on, and by who does not say', () => {
    const { lastSeq } = go(held, ...endsAndReopens).context
    for (const end of [asOf(events['Vera ends it'], lastSeq), events['Vera ends it']])
      expect(go(held, ...endsAndReopens, end).state).toBe('closed.unrated')
  })

  test('is done though more was said since', () => {
    const { lastSeq } = go(held).context
    const said = [events['Vera says'], events['Ana says']]
    for (const end of [events['Vera ends it'], events['Ana ends it']])
      expect(go(held, ...said, asOf(end, lastSeq)).state).toBe('closed.unrated')
  })

  test('is a visitor’s way out also when somebody came meanwhile', () => {
    const { lastSeq } = go('waiting.inLine').context
    const taken = go(
      'waiting.inLine',
      events['Amir takes it'],
      asOf(events['Vera ends it'], lastSeq),
    )
    expect(taken.state).toBe('closed.unrated')
  })

  test('is not an agent’s who gave it away and has it again', () => {
    const { lastSeq } = go(held).context
    const again = [events['Ana hands it to support'], events['Ana takes it again']]
    const late = go(held, ...again, asOf(events['Ana ends it'], lastSeq))
    expect([late.rejected, late.state]).toEqual([true, held])
  })
})

test('a hand-over that was pressed in an earlier holding is not done again', () => {
  const { lastSeq } = go(held).context
  const again = [events['Ana hands it to support'], events['Ana takes it again']]
  for (const hand of [events['Ana hands it to Amir'], events['Ana hands it to support']]) {
    const late = go(held, ...again, asOf(hand, lastSeq))
    expect([late.rejected, late.state]).toEqual([true, held])
    const { lastSeq: now } = go(held, ...again).context
    expect(go(held, ...again, asOf(hand, now)).rejected).toBe(false)
  }
})

test('what was taken late is not had: who took it is free again', () => {
  const { lastSeq } = go('waiting.inLine').context
  const late = asOf(events['Amir takes it'], lastSeq)
  const since = [events['Ana takes it again'], events['Ana ends it']]
  for (const more of [since, [...since, events['Vera reopens it']]]) {
    const before = go('waiting.inLine', ...more)
    const { state, mail } = go('waiting.inLine', ...more, late)
    expect(state).toBe(before.state)
    expect(mail).toEqual(['agent:amir freed'])
    const inTime = asOf(events['Amir takes it'], before.context.lastSeq)
    expect(go('waiting.inLine', ...more, inTime).state).toBe(held)
  }
})

test('a reopening that was pressed before it went on and ended again is not done', () => {
  const { lastSeq } = go('closed.unrated').context
  const since = [events['Vera reopens it'], events['Vera ends it']]
  const late = go('closed.unrated', ...since, asOf(events['Vera reopens it'], lastSeq))
  expect([late.rejected, late.state]).toEqual([true, 'closed.unrated'])
  const now = go('closed.unrated', ...since).context.lastSeq
  expect(go('closed.unrated', ...since, asOf(events['Vera reopens it'], now)).state).toBe(
    'waiting.inLine',
  )
})
