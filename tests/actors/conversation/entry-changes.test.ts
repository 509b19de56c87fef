import { describe, expect, test } from 'bun:test'
import type { ConversationContext } from '../../../actors/conversation/context'
import type { AnyEvent } from '../../../actors/events'
import { CHANGE_WINDOW_MS } from '../../../actors/limits'
import { takeTurns } from '../cells'
import { events, reach } from './events'

const at = 1_000_000
const said = (nth: number, text = 'Hello'): AnyEvent => ({
  ...events['Vera says'],
  ...{ clientId: `client-${nth}`, text },
})
const change = (nth: number, seq: number, more: object = {}): AnyEvent =>
  ({
    ...{ type: 'withdrawn', at, by: 'visitor', author: 'vera', name: 'Vera' },
    entry: { clientId: `client-${nth}`, seq, at, kind: 'text', author: 'vera' },
    ...more,
  }) as AnyEvent
const held = reach['active.awaitingAgent + steady']
const after = (...more: AnyEvent[]) => {
  const { turns, stored } = takeTurns('conversation', undefined, [...held, ...more])
  return { turns, context: stored?.snapshot.context as ConversationContext }
}

test('what was said otherwise where it went on is the newest of it, though mail crosses', () => {
  const echo = (line: number, more: object): AnyEvent =>
    change(1, 3, { type: 'echoed', line, does: 'revised', ...more })
  const crossed = [echo(9, { text: 'newest' }), echo(8, { text: 'older' })]
  const back = [echo(10, { does: 'withdrawn' }), echo(11, { text: 'too late' })]
  const { turns } = after(said(1), ...crossed, ...back)
  const told = turns.slice(-4).map(({ rejected, entries }) => [rejected, entries[0]?.text])
  expect(told).toEqual([
    [false, 'newest'],
    [true, undefined],
    [false, ''],
    [true, undefined],
  ])
  expect(JSON.stringify(turns.map(({ event }) => event))).not.toContain('newest')
})

describe('what is taken back', () => {
  test('is not unread, and nobody waits for an answer to it', () => {
    const two = after(said(1), said(2))
    expect(two.context).toMatchObject({ unread: 3, unanswered: [1, 3, 4] })
    const one = after(said(1), said(2), change(2, 4))
    expect(one.context).toMatchObject({ unread: 2, unanswered: [1, 3] })
    const none = after(said(1), change(1, 3), {
      ...events['Vera takes it back'],
    })
    expect(none.context).toMatchObject({ unread: 0, unanswered: [], unansweredSince: null })
  })

  test('was read already: what is unread stays so', () => {
    const seen: AnyEvent = { type: 'seen', at, by: 'agent', upTo: 3 }
    const { context } = after(said(1), seen, said(2), change(1, 3))
    expect(context).toMatchObject({ unread: 1, unanswered: [1, 4] })
  })

  test('is known for as long as it could be changed, and no longer', () => {
    const late = at + CHANGE_WINDOW_MS + 1
    const fresh = change(2, 5, {
      at: late,
      entry: { clientId: 'client-2', seq: 5, at: late, kind: 'text', author: 'vera' },
    })
    const { context } = after(said(1), change(1, 3), { ...said(2), at: late } as AnyEvent, fresh)
    expect(context.withdrawn.map(({ clientId }) => clientId)).toEqual(['client-2'])
  })

  test('is not changed any more, nor taken back twice', () => {
    const revised = change(1, 3, { type: 'revised', text: 'other' })
    const reacted = change(1, 3, { type: 'reacted', emoji: '👍', adds: true })
    const { turns } = after(said(1), change(1, 3), revised, reacted, change(1, 3))
    expect(turns.slice(-4).map(({ rejected }) => rejected)).toEqual([false, true, true, true])
  })
})

test('a change is a line that names what it changes, and the journal has no words of it', () => {
  const revised = change(1, 3, { type: 'revised', text: 'Other words' })
  const turn = after(said(1), revised).turns.at(-1)
  expect(turn?.entries).toMatchObject([
    { seq: 4, clientId: 'desk-4', changes: 'client-1', text: 'Other words', author: 'vera' },
  ])
  expect(JSON.stringify([turn?.event, turn?.snapshot])).not.toContain('Other words')
})

test('what answers another names it, and keeps its words to itself', () => {
  const answer = { ...said(1, 'Yes'), answers: 'open' } as AnyEvent
  expect(after(answer).turns.at(-1)?.entries).toMatchObject([{ answers: 'open', text: 'Yes' }])
})

test('a change moves no time: what is said next is said when it is', () => {
  const reacted = change(1, 3, { type: 'reacted', emoji: '👍', adds: true, at: at + 500 })
  expect(after(said(1), reacted).context.lastAt).toBe(at)
})
