import { describe, expect, test } from 'bun:test'
import { inOrder } from '../../../actors/department/line'
import { precedenceOf, rankOf, replaced, usualWants } from '../../../actors/department/place'
import { departmentSettings } from '../../../actors/department/settings'
import { type Priority, priorities } from '../../../actors/priority'
import type { LineRow } from '../../../actors/rows'
import { openChance } from '../../support/chance'
import { waiting } from './events'

const MINUTE_MS = 60_000
const rules = { ...departmentSettings.initial, headStart: 10 * MINUTE_MS, vip: 'VIP\nPress' }

type Came = { priority?: Priority; topics?: readonly string[] }

/** One that came at a minute of the day, as the `nth` of all. */
const comes = (conversation: string, minute: number, nth: number, more: Came = {}): LineRow => {
  const came = minute * MINUTE_MS
  const precedence = { ...precedenceOf(waiting(conversation, { since: came })), ...more }
  return waiting(conversation, { since: came, precedence, rank: rankOf(rules, precedence, nth) })
}
const orderOf = (rows: readonly LineRow[]) =>
  rows.toSorted(inOrder).map(({ conversation }) => conversation)

describe('who is next', () => {
  test('goes by the wait, and a step of priority counts as ten minutes more', () => {
    const line = [
      comes('normal', 0, 1),
      comes('high', 9, 2, { priority: 'high' }),
      comes('urgent', 18, 3, { priority: 'urgent' }),
      comes('low', -9, 4, { priority: 'low' }),
    ]
    expect(orderOf(line)).toEqual(['urgent', 'high', 'normal', 'low'])
    // One minute later each, and those who came before them are not passed.
    const later = [
      comes('normal', 0, 1),
      comes('high', 11, 2, { priority: 'high' }),
      comes('urgent', 21, 3, { priority: 'urgent' }),
      comes('low', -11, 4, { priority: 'low' }),
    ]
    expect(orderOf(later)[0]).toBe('low')
    expect(orderOf(later).slice(1)).toEqual(['normal', 'high', 'urgent'])
  })

  test('with a tag of VIPs they are one step further, however the tag is written', () => {
    const line = [comes('normal', 0, 1), comes('vip', 9, 2, { topics: ['vip', 'lamps'] })]
    expect(orderOf(line)).toEqual(['vip', 'normal'])
    const two = [comes('high', 0, 1, { priority: 'high' }), comes('press', 1, 2, high('Press'))]
    expect(orderOf(two)).toEqual(['press', 'high'])
    expect(orderOf([comes('normal', 0, 1), comes('vip', 11, 2, { topics: ['VIP'] })])).toEqual([
      ...['normal', 'vip'],
    ])
  })

  test('is who came first where no step counts, and among equals of one millisecond', () => {
    const alike = { ...rules, headStart: 0 }
    const precedence = (priority: Priority) => ({ ...precedenceOf(waiting('lamp')), priority })
    const ranks = priorities.map((priority, nth) => rankOf(alike, precedence(priority), nth))
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
    const [first, second] = [comes('first', 5, 7), comes('second', 5, 8)]
    expect(orderOf([second, first])).toEqual(['first', 'second'])
  })

  test('nobody waits for ever: from so many minutes on nobody who comes passes them', () => {
    const chance = openChance(41)
    for (let round = 0; round < 300; round += 1) {
      const low = comes('low', 0, 1, { priority: 'low' })
      // Low to urgent are three steps, and a VIP is one more.
      const minute = 41 + chance.below(500)
      const other = comes('other', minute, 2 + round, high('VIP', chance.pick(priorities)))
      expect(inOrder(low, other)).toBeLessThan(0)
    }
  })
})

describe('who wants something else while they wait', () => {
  test('stands where they would have stood, had they come with it', () => {
    const before = comes('lamp', 20, 6)
    const urgent = replaced(rules, before, { ...usualWants, priority: 'urgent' }, 4)
    expect(urgent.rank).toBe(comes('lamp', 20, 6, { priority: 'urgent' }).rank)
    expect(urgent.precedence).toMatchObject({ priority: 'urgent', news: 4, came: before.since })
    const back = replaced(rules, urgent, usualWants, 5)
    expect(back.rank).toBe(before.rank)
  })

  test('also one of whom nothing was kept, who waits since before that', () => {
    const old = waiting('lamp', { rank: 3, since: 90 * MINUTE_MS })
    const high = replaced(rules, old, { ...usualWants, priority: 'high' }, 2)
    expect(high.rank).toBe((90 - 10) * MINUTE_MS * 1000 + 3)
  })
})

const high = (topic: string, priority: Priority = 'high'): Came => ({ priority, topics: [topic] })
