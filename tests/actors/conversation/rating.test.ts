import { describe, expect, test } from 'bun:test'
import type { AnyEvent } from '../../../actors/events'
import { type Turn, takeTurn } from '../../../actors/turn'
import { arrive } from '../cells'
import { events, reach } from './events'
import { go, noticeIn } from './turns'

test('nobody is rated who never answered, and whoever did is, also after a return', () => {
  const rateAfter = (...way: AnyEvent[]) => {
    const stored = arrive('conversation', [...reach['active.awaitingAgent + steady'], ...way])
    return takeTurn('conversation:own', stored, events['Vera rates it']).rejected
  }
  expect(rateAfter(events['Ana ends it'])).toBe(true)
  expect(rateAfter(events['Amir notes'], events['Vera ends it'])).toBe(true)
  expect(rateAfter(events['Ana says'], events['Ana ends it'])).toBe(false)
  const again = [events['Vera reopens it'], events['Vera ends it']]
  expect(rateAfter(events['Ana says'], events['Ana ends it'], ...again)).toBe(false)
})

describe('a rating that is given again', () => {
  const rates = (stars: number, comment = '') =>
    ({ ...events['Vera rates it'], stars, comment, commented: comment !== '' }) as AnyEvent
  const lineOf = (turn: Turn) =>
    turn.entries.map(({ seq, clientId, changes, text }) => [seq, clientId, changes, text])

  test('is a line of its own that names the first, also the third time', () => {
    const { turns, context } = go('closed.unrated', rates(4), rates(2), rates(2, 'Slow'))
    expect(turns.map(lineOf)).toEqual([
      [[5, 'desk-5', null, '']],
      [[6, 'desk-6', 'desk-5', '']],
      [[7, 'desk-7', 'desk-5', 'Slow']],
    ])
    expect(turns.map(noticeIn)).toEqual([4, 2, 2].map((stars) => ({ code: 'rated', stars })))
    expect(context).toMatchObject({
      lastSeq: 7,
      rating: { stars: 2, entry: 'desk-5', commented: true },
    })
  })

  test('says something new, or is refused', () => {
    const { turns } = go('closed.unrated', rates(4), rates(4), rates(4, 'Kind'), rates(4, 'Quick'))
    expect(turns.map(({ rejected }) => rejected)).toEqual([false, true, false, true])
  })

  test('is another one after the conversation went on', () => {
    const { turns } = go(
      'closed.unrated',
      rates(4),
      events['Vera reopens it'],
      events['Vera ends it'],
      rates(4),
    )
    expect(turns.at(-1)?.entries[0]?.changes).toBeNull()
  })
})
