import { describe, expect, test } from 'bun:test'
import { departmentSettings, slaOf } from '../../../actors/department/settings'
import type { AnyEvent } from '../../../actors/events'
import { hoursSchema } from '../../../actors/hours/hours'
import { openMs } from '../../../actors/hours/open'
import { events } from './events'
import { ana, assigned, HOUR_MS, MINUTE_MS, minutes, openTalk, START, says } from './sla-talk'

describe('a first answer', () => {
  test('is told of at 50 and 80 %, and is late to the millisecond', () => {
    const talk = openTalk(minutes)
    expect(talk.due()).toBe(START + MINUTE_MS / 2)
    talk.pass(START + HOUR_MS)
    expect(talk.told).toEqual([
      { at: START + 30_000, kind: 'first', share: 50 },
      { at: START + 48_000, kind: 'first', share: 80 },
      { at: START + 60_000, kind: 'first', share: 100 },
    ])
    expect(talk.due()).toBeNull()
  })

  test('that came in time says nothing, and the next message begins the next one', () => {
    const talk = openTalk(minutes)
    talk.at(assigned, START + 10_000)
    const answer = talk.at(says('agent'), START + 20_000)
    expect([talk.due(), talk.row(answer).sla]).toEqual([null, null])
    talk.at(says('visitor'), START + HOUR_MS)
    const writes = talk.written()
    // Further messages cost no timer: who waits waits since the first.
    talk.at(says('visitor'), START + HOUR_MS + 1000)
    talk.at(says('visitor'), START + HOUR_MS + 2000)
    expect(talk.written()).toBe(writes)
    talk.pass(START + 2 * HOUR_MS)
    expect(talk.told.map(({ kind, share, at }) => [kind, share, at - START - HOUR_MS])).toEqual([
      ...[
        ['next', 50, 300_000],
        ['next', 80, 480_000],
        ['next', 100, 600_000],
      ],
    ])
  })

  test('is promised of a department that promises it, and of no other', () => {
    expect(slaOf(departmentSettings.initial, START)).toEqual({})
    const hours = hoursSchema.parse({ zone: 'UTC', week: {}, exceptions: [{ from: '2020-01-01' }] })
    const promised = slaOf({ ...departmentSettings.initial, slaFirst: 1000, hours }, START)
    expect(promised.sla).toMatchObject({ first: 1000, next: 0, hours: { exceptions: [] } })
    const talk = openTalk(null)
    expect([talk.due(), talk.written()]).toEqual([null, 0])
  })
})

describe('a clock', () => {
  test('goes on over a hand-over and a new agent', () => {
    const talk = openTalk(minutes)
    talk.at(assigned, START + 10_000)
    const back = { type: 'returned', ...ana, word: 3, ticket: 1, offer: 1, reason: 'lost' } as never
    talk.at(back, START + 20_000)
    expect(talk.due()).toBe(START + 30_000)
    talk.pass(START + HOUR_MS)
    expect(talk.told.at(-1)).toEqual({ at: START + 60_000, kind: 'first', share: 100 })
  })

  test('stands while it is put off, and goes on with what is left', () => {
    const talk = openTalk({ ...minutes, first: 10 * MINUTE_MS })
    talk.at(assigned, START)
    const until = START + HOUR_MS
    const put = talk.at({ type: 'snoozed', name: 'Ana', until } as never, START + 4 * MINUTE_MS)
    expect([talk.due(), talk.row(put).sla]).toEqual([
      null,
      { kind: 'first', dueAt: null, soonAt: null, left: 6 * MINUTE_MS },
    ])
    talk.at({ type: 'snoozed', name: 'Ana', until: null } as never, START + 30 * MINUTE_MS)
    expect(talk.due()).toBe(START + 31 * MINUTE_MS)
    talk.pass(START + HOUR_MS)
    expect(talk.told.at(-1)?.at).toBe(START + 36 * MINUTE_MS)
  })

  test('stands outside the hours', () => {
    const hours = hoursSchema.parse({
      zone: 'UTC',
      week: { mon: '09:00-11:00', tue: '09:00-11:00' },
    })
    const talk = openTalk({ ...minutes, first: 2 * HOUR_MS, hours })
    talk.pass(START + 48 * HOUR_MS)
    expect(talk.told.map(({ at }) => new Date(at).toISOString().slice(8, 16))).toEqual([
      ...['23T11:00', '24T09:36', '24T10:00'],
    ])
  })

  test('of the solution stands while its visitor has to answer, and is shorter for what is urgent', () => {
    const talk = openTalk({ ...minutes, first: 0, next: 0, solve: 100 * MINUTE_MS })
    talk.at(assigned, START)
    talk.at(says('agent'), START + 20 * MINUTE_MS)
    expect(talk.due()).toBeNull()
    talk.at(says('visitor'), START + 60 * MINUTE_MS)
    expect(talk.due()).toBe(START + 90 * MINUTE_MS)
    talk.at(
      { type: 'prioritized', priority: 'urgent', name: 'Amir' } as never,
      START + 65 * MINUTE_MS,
    )
    talk.pass(START + 5 * HOUR_MS)
    expect(talk.told.map(({ at, share }) => [share, (at - START) / MINUTE_MS])).toEqual([
      ...[
        [50, 65],
        [80, 80],
        [100, 90],
      ],
    ])
  })

  test('is over with the talk, and begins anew when that goes on', () => {
    const talk = openTalk({ ...minutes, solve: 100 * MINUTE_MS })
    talk.at(assigned, START)
    talk.at(says('agent'), START + 1000)
    const closed = { ...(events['Ana ends it'] as object) } as AnyEvent
    const ended = talk.at(closed, START + 2000)
    expect([talk.due(), talk.row(ended).sla]).toEqual([null, null])
    const again = START + HOUR_MS
    talk.at({ type: 'reopened', by: 'visitor', name: 'Vera' } as never, again)
    expect(talk.due()).toBe(again + 5 * MINUTE_MS)
    talk.pass(again + 3 * HOUR_MS)
    expect(
      talk.told.filter(({ share }) => share === 100).map(({ kind, at }) => [kind, at - again]),
    ).toEqual([
      ...[
        ['next', 10 * MINUTE_MS],
        ['solve', 100 * MINUTE_MS],
      ],
    ])
  })
})

test('whatever happens, it is late when just so much time has run that counts', () => {
  let seed = 11
  const chance = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % most
  }
  const week = { mon: '09:00-12:00 13:00-18:00', tue: '09:00-18:00', wed: '22:00-06:00' }
  const hours = hoursSchema.parse({ zone: 'Europe/Berlin', week })
  for (let nth = 0; nth < 60; nth += 1) {
    const total = (1 + chance(300)) * MINUTE_MS
    const talk = openTalk(
      { first: total, next: 0, solve: 0, haste: 100, hours },
      START + chance(72 * HOUR_MS),
    )
    let now = talk.context().openedAt
    const begin = now
    talk.at(assigned, now)
    const asleep: [number, number][] = []
    for (let naps = chance(4); naps > 0; naps -= 1) {
      const from = now + chance(4 * HOUR_MS)
      const to = from + 1 + chance(9 * HOUR_MS)
      const put = { type: 'snoozed', name: 'Ana', until: to + HOUR_MS } as never
      talk.at(put, from)
      talk.at({ type: 'snoozed', name: 'Ana', until: null } as never, to)
      asleep.push([from, to])
      now = to
    }
    talk.pass(now + 60 * 24 * HOUR_MS)
    const late = talk.told.find(({ share }) => share === 100)?.at ?? Number.NaN
    const napped = asleep
      .filter(([from]) => from < late)
      .reduce((sum, [from, to]) => sum + openMs(hours, from, Math.min(to, late)), 0)
    expect(openMs(hours, begin, late) - napped).toBe(total)
    expect(talk.told.map(({ share }) => share)).toEqual([50, 80, 100])
  }
})
