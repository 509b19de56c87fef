import { describe, expect, test } from 'bun:test'
import type { Reject } from '../../../actors/decision'
import { LISTED_CANDIDATES, NAMED_CANDIDATES } from '../../../actors/department/candidates'
import type { Terms } from '../../../actors/department/fit'
import { choose, isFree, isStuck } from '../../../actors/department/routing'
import { departmentSettings } from '../../../actors/department/settings'
import { type Strategy, strategies } from '../../../actors/entry'
import { limits } from '../../../actors/limits'
import type { FloorRow } from '../../../actors/rows'
import { takeTurn } from '../../../actors/turn'
import { openChance } from '../../support/chance'
import { arrive } from '../cells'
import { events, free, reach, waiting } from './events'

const lamp = waiting('lamp')
/** The terms of a department that was never changed, with a strategy of its own. */
const by = (strategy: Strategy, more: Partial<Terms> = {}): Terms => ({
  ...{ ...departmentSettings.initial, at: 1_000_000, strategy },
  ...more,
})
const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)
const chosenOf = (strategy: Strategy, floor: FloorRow[]) =>
  choose(by(strategy), lamp, floor).chosen?.agent

describe('each strategy', () => {
  test('least-loaded: who has the fewest, offers counted', () => {
    const floor = [free('ana', { load: 1, offers: ['desk'] }), free('amir', { load: 1 })]
    expect(chosenOf('least-loaded', floor)).toBe('amir')
  })

  test('percent-spare: who has the largest share of room left', () => {
    const floor = [free('ana', { load: 1, capacity: 2 }), free('amir', { load: 3, capacity: 9 })]
    expect(chosenOf('percent-spare', floor)).toBe('amir')
    expect(chosenOf('least-loaded', floor)).toBe('ana')
  })

  test('round-robin: who was offered something longest ago', () => {
    const floor = [free('ana', { lastOffer: 7 }), free('amir', { lastOffer: 3, load: 2 })]
    expect(chosenOf('round-robin', floor)).toBe('amir')
  })

  test('longest-idle: who has been without anything new longest', () => {
    const floor = [free('ana', { idleSince: 900 }), free('amir', { idleSince: 200, load: 2 })]
    expect(chosenOf('longest-idle', floor)).toBe('amir')
  })
})

describe('who was asked for', () => {
  const floor = [free('ana', { load: 2 }), free('amir')]

  test('is chosen before who would be, while they could be chosen at all', () => {
    expect(choose(by('least-loaded'), lamp, floor, 'ana').chosen?.agent).toBe('ana')
    const busy = [free('ana', { load: 3, capacity: 3 }), free('amir')]
    expect(choose(by('least-loaded'), lamp, busy, 'ana').chosen?.agent).toBe('amir')
    expect(
      choose(by('least-loaded'), waiting('lamp', { refused: ['ana'] }), floor, 'ana').chosen?.agent,
    ).toBe('amir')
  })
})

describe.each([...strategies])('%s', (strategy) => {
  test('goes by the last offer among equals, then by id', () => {
    const equal = [free('olga'), free('amir'), free('ana')]
    expect(chosenOf(strategy, equal)).toBe('amir')
    const offered = [free('amir', { lastOffer: strategy === 'round-robin' ? 0 : 2 }), free('ana')]
    expect(chosenOf(strategy, offered)).toBe(strategy === 'round-robin' ? 'amir' : 'ana')
  })

  test('chooses the same in whatever order the floor is read', () => {
    const chance = openChance(7)
    for (let round = 0; round < 200; round += 1) {
      const floor = Array.from({ length: 6 }, (_, nth) =>
        free(`agent-${nth}`, {
          load: chance.below(3),
          ready: chance.happens(0.8),
          lastOffer: chance.below(3),
          idleSince: chance.below(3),
        }),
      )
      const mixed = floor.toSorted(() => chance.next() - 0.5)
      expect(chosenOf(strategy, mixed)).toBe(chosenOf(strategy, floor))
    }
  })

  test('never chooses who may not reply, however free', () => {
    expect(chosenOf(strategy, [free('ana', { mayReply: false })])).toBeUndefined()
    const floor = [free('ana', { mayReply: false }), free('amir', { load: 2, lastOffer: 9 })]
    expect(chosenOf(strategy, floor)).toBe('amir')
  })
})

describe('nobody is chosen', () => {
  const rejects: [Reject, Partial<FloorRow>][] = [
    ['away', { ready: false }],
    ['absent', { present: false }],
    ['resting', { resting: true }],
    ['full', { load: 3 }],
    ['full', { load: 2, offers: ['desk'] }],
    ['full', { load: 4 }],
    ['full', { capacity: 0 }],
    ['cannotReply', { mayReply: false }],
  ]
  test.each(rejects)('who is %s: %j', (reject, more) => {
    const ana = free('ana', more)
    expect(isFree(ana)).toBe(false)
    expect(choose(by('least-loaded'), lamp, [ana])).toEqual({
      chosen: null,
      free: 0,
      kept: {
        candidates: [
          {
            ...{ agent: 'ana', name: 'ana', capacity: ana.capacity, score: null, reject },
            load: ana.load + ana.offers.length,
          },
        ],
        others: {},
      },
    })
  })

  test('who passed on it, though for another they are free', () => {
    const passed = waiting('lamp', { refused: ['ana'] })
    expect(choose(by('least-loaded'), passed, [free('ana')]).kept.candidates[0]?.reject).toBe(
      'passed',
    )
    expect(chosenOf('least-loaded', [free('ana')])).toBe('ana')
  })
})

describe('a decision', () => {
  test('is kept with everybody it looked at, and says why not the others', () => {
    const floor = [
      free('ana', { load: 1 }),
      free('amir', { ready: false }),
      free('ben', { mayReply: false }),
      free('olga'),
    ]
    const stored = arrive('department', reach['open.calm'])
    const turn = takeTurn('department:own', stored, events['the lamp comes, Ana is free'], {
      ...{ line: [], row: null, floor },
    })
    expect(turn.decisions).toEqual([
      {
        ...{ department: 'own', conversation: 'lamp', ticket: 1, at: 1_000_000 },
        ...{ strategy: 'least-loaded', chosen: 'olga' },
        candidates: [
          { agent: 'olga', name: 'olga', load: 0, capacity: 3, score: 0, reject: null },
          { agent: 'ana', name: 'ana', load: 1, capacity: 3, score: 1, reject: null },
          { agent: 'amir', name: 'amir', load: 0, capacity: 3, score: null, reject: 'away' },
          { agent: 'ben', name: 'ben', load: 0, capacity: 3, score: null, reject: 'cannotReply' },
        ],
        others: {},
      },
    ])
    expect(turn.mail[0]?.event).toMatchObject({ how: { how: 'chosen', candidates: 2 } })
  })

  test('of a large floor tells of the best of them by name, of more by id, and counts the others', () => {
    const floor = Array.from({ length: 500 }, (_, nth) =>
      free(`a-${nth}`, { load: nth < 20 ? 2 - (nth % 3) : 3, ready: nth < 480 }),
    )
    const { chosen, free: count, kept } = choose(by('least-loaded'), lamp, floor)
    expect(chosen?.agent).toBe('a-11')
    expect(count).toBe(20)
    const scores = kept.candidates.map(({ score }) => score)
    expect(kept.candidates[0]?.agent).toBe('a-11')
    expect(scores.slice(0, 8)).toEqual([0, 0, 0, 0, 0, 0, 1, 1])
    expect(scores.filter((score) => score !== null)).toHaveLength(20)
    const names = kept.candidates.map(({ name }) => name)
    expect(names.map((name) => name !== '').lastIndexOf(true)).toBe(NAMED_CANDIDATES - 1)
    expect(kept.candidates).toHaveLength(LISTED_CANDIDATES)
    expect(kept.others).toEqual({ full: 450, away: 20 })
  })

  test('stays small, however large the floor and long the names', () => {
    const id = '01a2293c-9517-76e9-9186-c324d612a30f'
    for (const ready of [true, false]) {
      const floor = Array.from({ length: 500 }, (_, nth) => ({
        ...free(id, { ready, load: nth % 4 }),
        name: '😀'.repeat(limits.name),
      }))
      const { kept } = choose(by('percent-spare'), lamp, floor)
      expect(Buffer.byteLength(JSON.stringify(kept))).toBeLessThan(8 * 1024)
      expect(kept.candidates.length + sum(Object.values(kept.others))).toBe(500)
    }
  })

  test('is the same again from the rows it was made from', () => {
    const floor = [free('ana', { load: 2 }), free('amir', { load: 1 }), free('olga', { load: 1 })]
    const first = choose(by('percent-spare'), lamp, floor)
    expect(choose(by('percent-spare'), lamp, JSON.parse(JSON.stringify(floor)))).toEqual(first)
  })
})

describe('somebody waits for nothing', () => {
  test('when one who waits could be given to one who is free', () => {
    expect(isStuck(by('least-loaded'), { line: [lamp], floor: [free('ana')] })).toBe(true)
    expect(isStuck(by('least-loaded'), { line: [lamp], floor: [free('ana', { load: 3 })] })).toBe(
      false,
    )
    expect(isStuck(by('least-loaded'), { line: [], floor: [free('ana')] })).toBe(false)
  })

  test('not when all who are free have passed on all who wait', () => {
    const passed = waiting('lamp', { refused: ['ana'] })
    expect(isStuck(by('least-loaded'), { line: [passed], floor: [free('ana')] })).toBe(false)
    expect(
      isStuck(by('least-loaded'), { line: [passed, waiting('desk')], floor: [free('ana')] }),
    ).toBe(true)
  })
})
