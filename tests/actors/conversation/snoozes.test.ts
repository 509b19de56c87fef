import { describe, expect, test } from 'bun:test'
import type { AnyEvent } from '../../../actors/events'
import type { Stored } from '../../../actors/snapshot'
import { arrive, nameOf, takeTurns } from '../cells'
import { events, reach } from './events'

const HOUR_MS = 3_600_000
const after = (from: Stored | undefined, ...then: AnyEvent[]) => {
  const { turns, stored } = takeTurns('conversation', from, then)
  const last = turns.at(-1)
  if (!last || !stored) throw new Error('no turn was taken')
  return { last, stored, state: nameOf(last.snapshot.value), row: last.summary }
}
const anHour = () => arrive('conversation', reach['active.snoozed.untilTime + steady'])

describe('a snooze', () => {
  test('wakes at its time, to the millisecond, however often it is put off anew', () => {
    const { last } = after(anHour(), {
      ...{ type: 'snoozed', at: 1_000_500, name: 'Ana', until: 1_000_000 + 2 * HOUR_MS },
    })
    const timers = last.mail.filter(({ timer }) => timer !== null)
    expect(timers.map(({ dueAt }) => dueAt)).toEqual([1_000_000 + 2 * HOUR_MS])
    expect(last.summary).toMatchObject({ snooze: { until: 1_000_000 + 2 * HOUR_MS } })
  })

  test('that is asked for again as it is changes nothing; one in the past or far ahead is refused', () => {
    for (const name of ['till yesterday', 'for years'] as const)
      expect(after(anHour(), events[`Ana snoozes it ${name}`]).last.rejected).toBe(true)
    expect(after(anHour(), events['Ana snoozes it for an hour']).last.rejected).toBe(true)
  })

  test('is over once a conversation has ended, and does not come back with it', () => {
    const { state, row } = after(anHour(), events['Ana ends it'], events['Vera reopens it'])
    expect([state, row]).toMatchObject(['waiting.inLine', { snooze: null }])
  })

  test('keeps it with an agent who goes off duty, takes none of their places, and wakes to the line', () => {
    const loose = after(anHour(), events['Ana gives it back'])
    expect([loose.state, loose.stored.snapshot.context]).toMatchObject([
      'active.snoozed.untilTime + steady',
      { agent: 'ana', claim: 0, snooze: { until: 1_000_000 + HOUR_MS } },
    ])
    const ways = ['the snooze is over', 'Vera says', 'Ana ends the snooze'] as const
    for (const way of ways) {
      const woken = after(loose.stored, events[way])
      expect([way, woken.state, woken.row]).toMatchObject([
        ...[way, 'waiting.inLine', { agent: null, snooze: null, state: 'waiting' }],
      ])
      expect(woken.last.mail.map(({ event }) => event)).toContainEqual(
        expect.objectContaining({ type: 'queued', front: true }),
      )
    }
  })

  test('comes back to whose turn it is: hers, when Vera waits for an answer', () => {
    const way = [...reach['active.awaitingAgent + steady'], events['Ana snoozes it for an hour']]
    const { state } = after(arrive('conversation', way), events['the snooze is over'])
    expect(state).toBe('active.awaitingAgent + steady')
  })
})

test('a priority is said once, whoever says it again', () => {
  const held = arrive('conversation', reach['active.awaitingAgent + steady'])
  const urgent = after(held, events['Amir calls it urgent'])
  expect(urgent.row).toMatchObject({ priority: 'urgent' })
  expect(after(urgent.stored, events['Amir calls it urgent']).last.rejected).toBe(true)
})
