import { describe, expect, test } from 'bun:test'
import type { ConversationContext } from '../../../actors/conversation/context'
import { noticeOf } from '../../../actors/entry'
import type { AnyEvent } from '../../../actors/events'
import { type Turn, takeTurn } from '../../../actors/turn'
import { arrive } from '../cells'
import { events, reach } from './events'

/** Turns from a conversation that was just closed. */
const go = (...more: AnyEvent[]): { turns: Turn[]; context: ConversationContext } => {
  let stored = arrive('conversation', reach['closed.unrated'])
  const turns = more.map((event) => {
    const turn = takeTurn('conversation:own', stored, event)
    stored = JSON.parse(JSON.stringify({ version: turn.version, snapshot: turn.snapshot }))
    return turn
  })
  return { turns, context: stored?.snapshot.context as ConversationContext }
}
describe('a rating that is given again', () => {
  const rates = (stars: number, comment = '') =>
    ({ ...events['Vera rates it'], stars, comment, commented: comment !== '' }) as AnyEvent
  const lineOf = (turn: Turn) =>
    turn.entries.map(({ seq, clientId, changes, text }) => [seq, clientId, changes, text])

  test('is a line of its own that names the first, also the third time', () => {
    const { turns, context } = go(rates(4), rates(2), rates(2, 'Slow'))
    expect(turns.map(lineOf)).toEqual([
      [[4, 'desk-4', null, '']],
      [[5, 'desk-5', 'desk-4', '']],
      [[6, 'desk-6', 'desk-4', 'Slow']],
    ])
    expect(turns.map((turn) => noticeOf(turn.entries[0]))).toEqual(
      [4, 2, 2].map((stars) => ({ code: 'rated', stars })),
    )
    expect(context).toMatchObject({
      lastSeq: 6,
      rating: { stars: 2, entry: 'desk-4', commented: true },
    })
  })

  test('says something new, or is refused', () => {
    const { turns } = go(rates(4), rates(4), rates(4, 'Kind'), rates(4, 'Quick'))
    expect(turns.map(({ rejected }) => rejected)).toEqual([false, true, false, true])
  })

  test('is another one after the conversation went on', () => {
    const { turns } = go(rates(4), events['Vera reopens it'], events['Vera ends it'], rates(4))
    expect(turns.at(-1)?.entries[0]?.changes).toBeNull()
  })
})
