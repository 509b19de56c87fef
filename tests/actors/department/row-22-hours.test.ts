import { describe, expect, test } from 'bun:test'
import { type Hours, hoursSchema } from '../../../actors/hours/hours'
import { readIntervals } from '../../../actors/hours/intervals'
import {
  changeAfter,
  changesAfter,
  isOpenAt,
  openDeadline,
  openMs,
  opensAfter,
} from '../../../actors/hours/open'

import { cases } from './hours-cases'
import {
  allNights,
  at,
  berlin,
  christmas,
  days,
  early,
  easternNight,
  HOUR_MS,
  MINUTE_MS,
  night,
  office,
  overYear,
  southernNight,
  split,
  week,
} from './hours-samples'

describe('hours', () => {
  test('there are forty of them', () => expect(cases.length).toBe(40))
  for (const [says, hours, when, isOpen, next] of cases)
    test(`${says}: ${when}`, () => {
      const then = at(`${when}[${hours.zone}]`)
      expect(isOpenAt(hours, then)).toBe(isOpen)
      const change = changeAfter(hours, then)
      const expected = next && new Date(at(`${next}[${hours.zone}]`)).toISOString()
      expect(change && new Date(change.at).toISOString()).toBe(expected)
      if (change) expect(change.opens).toBe(!isOpen)
    })
})

describe('time that is open', () => {
  const from = at(`2026-11-23T11:30+01:00${berlin}`)
  test('stops at lunch and at night', () => {
    expect(openMs(split, from, from + 2 * HOUR_MS)).toBe(HOUR_MS)
    expect(openMs(split, from, from + 24 * HOUR_MS)).toBe(5.5 * HOUR_MS)
    expect(openDeadline(split, from, 90 * MINUTE_MS)).toBe(at(`2026-11-23T14:00+01:00${berlin}`))
    expect(openDeadline(split, from, 6 * HOUR_MS)).toBe(at(`2026-11-30T09:30+01:00${berlin}`))
    expect(openDeadline(week('UTC', {}), from, 1)).toBeNull()
    expect(openDeadline({ ...split, use: 'always' }, from, HOUR_MS)).toBe(from + HOUR_MS)
  })

  test('a night has as many hours as it lasts', () => {
    const span = (day: string) => [
      at(`${day}T12:00${berlin}`),
      at(`${day}T12:00${berlin}`) + 24 * HOUR_MS,
    ]
    const lasts = (hours: Hours, day: string) => openMs(hours, ...(span(day) as [number, number]))
    const long = week('Europe/Berlin', { sat: '22:00-06:00' })
    expect(lasts(long, '2026-03-28')).toBe(7 * HOUR_MS)
    expect(lasts(long, '2026-10-24')).toBe(9 * HOUR_MS)
    expect(lasts(long, '2026-11-21')).toBe(8 * HOUR_MS)
  })

  test('a deadline is when just so much has run, whenever it begins', () => {
    let seed = 7
    const chance = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % most
    }
    const all = [split, night, allNights, early, easternNight, southernNight, christmas, overYear]
    for (let nth = 0; nth < 400; nth += 1) {
      const hours = all[chance(all.length)] ?? split
      const begins = at('2026-01-01T00:00[UTC]') + chance(700 * 24 * 60) * MINUTE_MS
      const wanted = 1 + chance(20 * HOUR_MS)
      const due = openDeadline(hours, begins, wanted)
      if (due === null) throw new Error('no deadline')
      expect(openMs(hours, begins, due)).toBe(wanted)
      expect(openMs(hours, begins, due - 1)).toBe(wanted - 1)
      expect(isOpenAt(hours, due - 1)).toBe(true)
    }
  })

  test('changes follow one another, and opening is one of them', () => {
    const found = changesAfter(split, from, 4)
    expect(found.map(({ opens }) => opens)).toEqual([false, true, false, true])
    expect(opensAfter(split, from + HOUR_MS)).toBe(at(`2026-11-23T13:30+01:00${berlin}`))
    expect(opensAfter(split, from)).toBeNull()
  })
})

describe('what somebody types', () => {
  const read: [string, ReturnType<typeof readIntervals>][] = [
    [
      '9-12:30, 13.30 – 18',
      [
        { from: 540, to: 750 },
        { from: 810, to: 1080 },
      ],
    ],
    [
      '13:30-18:00 09:00-12:30',
      [
        { from: 540, to: 750 },
        { from: 810, to: 1080 },
      ],
    ],
    ['22:00-02:00', [{ from: 1320, to: 1560 }]],
    ['00:00-24:00', [{ from: 0, to: 1440 }]],
    ['', []],
    ['9:00-9:00', 'notRead'],
    ['25:00-26:00', 'notRead'],
    ['9:00', 'notRead'],
    ['nine to five', 'notRead'],
    ['09:00-12:00 11:00-13:00', 'overlap'],
    ['1-2 3-4 5-6 7-8 9-10 11-12 13-14 15-16 17-18', 'tooMany'],
  ]
  for (const [typed, found] of read)
    test(`“${typed}”`, () => expect(readIntervals(typed)).toEqual(found))

  test('hours are refused whose zone or days are none', () => {
    const of = (more: object) =>
      hoursSchema.safeParse({ zone: 'UTC', week: office, ...more }).success
    const whole = { week: { ...days(''), ...office } }
    expect([of({}), of(whole)]).toEqual([true, true])
    expect(of({ ...whole, zone: 'Mars/Base' })).toBe(false)
    expect(of({ ...whole, exceptions: [{ from: '2026-02-30' }] })).toBe(false)
    expect(of({ ...whole, exceptions: [{ from: '2026-02-03', to: '2026-02-01' }] })).toBe(false)
    expect(of({ ...whole, exceptions: [{ from: '2026-02-03', open: '9-8-7' }] })).toBe(false)
  })
})
