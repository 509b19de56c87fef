import { describe, expect, test } from 'bun:test'
import { initialDepartment } from '../../../actors/department/context'
import { estimate, pace } from '../../../actors/department/pace'
import { openChance } from '../../support/chance'

const MINUTE = 60_000
const even = [MINUTE, MINUTE, MINUTE]
const NOW = 1_000_000

describe('an estimate', () => {
  test('is silent until a few were taken', () => {
    expect(estimate([], 0, 1, NOW)).toBeNull()
    expect(estimate([MINUTE, MINUTE], NOW, 1, NOW)).toBeNull()
    expect(estimate(even, NOW, 1, NOW)).toBe(MINUTE)
  })

  test('is one turn of the line for every place', () => {
    expect([1, 2, 3, 10].map((place) => estimate(even, NOW, place, NOW))).toEqual([
      ...[MINUTE, 2 * MINUTE, 3 * MINUTE, 10 * MINUTE],
    ])
  })

  test('takes off what has passed of the turn that runs, and no more', () => {
    expect(estimate(even, NOW - 45_000, 1, NOW)).toBe(15_000)
    expect(estimate(even, NOW - 90_000, 1, NOW)).toBe(0)
    // The first being late does not bring on the fifth.
    expect(estimate(even, NOW - 90_000, 5, NOW)).toBe(4 * MINUTE)
  })

  test('is silent when the line stands still', () => {
    expect(estimate(even, NOW - 3 * MINUTE, 1, NOW)).toBe(0)
    expect(estimate(even, NOW - 3 * MINUTE - 1, 1, NOW)).toBeNull()
  })

  test('is never negative, never less for a later place, whatever the clocks say', () => {
    const chance = openChance(11)
    for (let round = 0; round < 2_000; round += 1) {
      const intervals = Array.from({ length: 3 + chance.below(8) }, () => chance.below(5 * MINUTE))
      // Another node's clock may be ahead of this one.
      const lastTaken = NOW + chance.below(20 * MINUTE) - 10 * MINUTE
      const places = [1, 2, 3, 4].map((place) => estimate(intervals, lastTaken, place, NOW))
      const known = places.filter((wait) => wait !== null)
      expect(known.length === 0 || known.length === places.length).toBe(true)
      expect(known.every((wait) => wait >= 0)).toBe(true)
      expect(known).toEqual(known.toSorted((a, b) => a - b))
    }
  })
})

describe('the pace of a line', () => {
  const taken = (at: number, waited: number) => ({ at, taken: true, waited })
  const after = (...turns: ReturnType<typeof taken>[]) =>
    turns.reduce(
      (context, turn) => Object.assign(context, pace(context, turn)),
      initialDepartment('own'),
    )

  test('is counted between two who both waited', () => {
    expect(after(taken(10_000, 5_000), taken(40_000, 35_000)).intervals).toEqual([30_000])
  })

  test('does not count the time when nobody waited', () => {
    expect(after(taken(10_000, 5_000), taken(400_000, 2_000)).intervals).toEqual([])
  })

  test('does not count who leaves by themselves', () => {
    const context = after(taken(10_000, 5_000))
    expect(pace(context, { at: 20_000, taken: false, waited: 15_000 })).toEqual({})
  })

  test('does not run backwards with the clocks of two nodes', () => {
    expect(after(taken(10_000, 5_000), taken(9_000, 8_000)).intervals).toEqual([])
  })

  test('remembers ten', () => {
    const turns = Array.from({ length: 15 }, (_, nth) =>
      taken(1_000 * (nth + 1), 900 * nth + 1_000),
    )
    expect(after(...turns).intervals).toHaveLength(10)
  })
})
