import { describe, expect, test } from 'bun:test'
import { addressOf } from '../../../actors/address'
import type { ConversationContext } from '../../../actors/conversation/context'
import type { AnyEvent } from '../../../actors/events'
import type { Stored } from '../../../actors/snapshot'
import { type Turn, takeTurn } from '../../../actors/turn'
import { arrive, ID, nameOf } from '../cells'
import { events, reach } from './events'
import { at, START } from './turns'

const MINUTE_MS = 60_000
const SLOT = `${addressOf('conversation', ID)}/due.silence`
const silence: AnyEvent = { type: 'due.silence', at: 0 }

/** Vera's conversation, which Ana holds and has not answered; each step so many minutes after the start. */
const held = () => {
  let stored = arrive('conversation', reach['active.awaitingAgent + steady']) as Stored
  const turns: Turn[] = []
  const step = (event: AnyEvent, minutes: number): string => {
    const turn = takeTurn(addressOf('conversation', ID), stored, at(event, minutes * MINUTE_MS))
    turns.push(turn)
    stored = JSON.parse(JSON.stringify({ version: turn.version, snapshot: turn.snapshot }))
    return nameOf(turn.snapshot.value)
  }
  return {
    step,
    change: (how: (context: ConversationContext) => object) => {
      const context = how(stored.snapshot.context as ConversationContext)
      stored = { ...stored, snapshot: { ...stored.snapshot, context } }
    },
    /** What each turn did to the row, in minutes after the start. */
    rows: () =>
      turns.flatMap(({ mail, cancels }) => [
        ...mail.flatMap(({ timer, dueAt }) =>
          timer === SLOT ? [(dueAt - START) / MINUTE_MS] : [],
        ),
        ...cancels.flatMap((slot) => (slot === SLOT ? ['stops'] : [])),
      ]),
  }
}

const answer = events['Ana says']
const ask = events['Vera says']
const TALKS = 'active.awaitingAgent + steady'
const ANSWERED = 'active.awaitingVisitor + steady'
const OVER = 'closed.unrated'

describe('when Vera is silent for ten minutes after an answer', () => {
  test('one row is written for a whole talk, and it ends ten minutes after the last word', () => {
    const { step, rows } = held()
    step(answer, 0)
    for (let minute = 1; minute < 9; minute += 2) {
      expect(step(ask, minute)).toBe(TALKS)
      expect(step(answer, minute + 1)).toBe(ANSWERED)
    }
    expect(rows()).toEqual([10])
    expect(step(silence, 10)).toBe(ANSWERED)
    expect(rows()).toEqual([10, 18])
    expect(step(silence, 18)).toBe(OVER)
    expect(rows()).toEqual([10, 18])
  })

  test('what comes due while an answer is owed is nothing, and the next answer sets it anew', () => {
    const { step, rows } = held()
    step(answer, 0)
    step(ask, 5)
    expect(step(silence, 10)).toBe(TALKS)
    expect(rows()).toEqual([10])
    step(answer, 12)
    expect(rows()).toEqual([10, 22])
    expect(step(silence, 22)).toBe(OVER)
  })

  test('it stops when nobody holds it any more', () => {
    const { step, rows } = held()
    step(answer, 0)
    expect(step(events['Ana ends it'], 1)).toBe(OVER)
    expect(rows()).toEqual([10, 'stops'])
  })

  test('a shorter time counts from the next answer on', () => {
    const { step, rows, change } = held()
    step(answer, 0)
    change((context) => ({
      ...context,
      timings: { ...context.timings, silence: 2 * MINUTE_MS },
    }))
    step(answer, 3)
    expect(rows()).toEqual([10, 5])
    expect(step(silence, 5)).toBe(OVER)
  })

  test('a clock that was set back makes nobody silent for longer', () => {
    const { step, rows } = held()
    step(answer, 100)
    step(answer, 104)
    // An hour back: at 110 by the clock of then it is 50.
    expect(step(silence, 50)).toBe(ANSWERED)
    expect(rows()).toEqual([110, 54])
    expect(step(silence, 54)).toBe(OVER)
  })
})

describe('one from before, that knows nothing of it', () => {
  const former = (type: string): AnyEvent => ({ type, at: 0 }) as AnyEvent
  const name = 'xstate.after.silence.conversation.active.turn.awaitingVisitor'
  const asBefore = () => {
    const talk = held()
    talk.step(answer, 0)
    talk.change(({ silence: _, ...context }) => context)
    return talk
  }

  test('ends when what was set for it is due', () => {
    expect(asBefore().step(silence, 10)).toBe(OVER)
    expect(asBefore().step(former(name), 10)).toBe(OVER)
  })

  test('sets it at the next answer', () => {
    const { step, rows } = asBefore()
    step(ask, 1)
    step(answer, 2)
    expect(rows()).toEqual([10, 12])
    expect(step(silence, 12)).toBe(OVER)
  })

  test('an older journal leads to the same end', () => {
    const { step } = held()
    step(answer, 0)
    step(ask, 1)
    step(answer, 2)
    expect(step(former(name), 12)).toBe(OVER)
  })
})
