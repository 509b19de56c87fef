import { describe, expect, test } from 'bun:test'
import { z } from 'zod'
import { agentSettings } from '../../actors/agent/settings'
import { departmentSettings } from '../../actors/department/settings'
import { choice, duration, flag, number, settingsOf } from '../../actors/settings'

const lamp = settingsOf({
  colour: choice(['white', 'amber'], 'white'),
  fade: duration(100, 5_000, 250),
  level: number(1, 9, 5),
  dimmed: flag(false),
})
const changes = z.strictObject(lamp.changes)

describe('settings', () => {
  test('are in the beginning as their list says', () => {
    expect(lamp.initial).toEqual({ colour: 'white', fade: 250, level: 5, dimmed: false })
  })

  test('change by what is named, and stay otherwise', () => {
    const before = { ...lamp.initial, level: 7 }
    expect(lamp.change(before, { colour: 'amber', fade: undefined })).toEqual({
      ...{ colour: 'amber', fade: 250, level: 7, dimmed: false },
    })
    expect(lamp.change(before, {})).toEqual(before)
  })

  test('that were stored before there were so many have the others as in the beginning', () => {
    expect(lamp.complete({ colour: 'amber', dimmed: true })).toEqual({
      ...{ colour: 'amber', fade: 250, level: 5, dimmed: true },
    })
    // What a damaged disk leaves of them.
    for (const stored of [null, undefined, 'amber', [], 7])
      expect(lamp.complete(stored)).toEqual(lamp.initial)
  })

  test.each<[object]>([
    [{ colour: 'red' }],
    [{ fade: 99 }],
    [{ fade: 5_001 }],
    [{ fade: '1s' }],
    [{ level: 1.5 }],
    [{ level: 10 }],
    [{ dimmed: 'yes' }],
    [{ size: 3 }],
  ])('take no change out of their limits: %j', (input) => {
    expect(changes.safeParse(input).success).toBe(false)
  })

  test('read a change without making more of it', () => {
    expect(changes.parse({ level: 9, dimmed: true })).toEqual({ level: 9, dimmed: true })
    expect(changes.parse({})).toEqual({})
  })

  test('say of each how it is asked for', () => {
    expect(lamp.fields).toEqual([
      { key: 'colour', kind: 'choice', choices: ['white', 'amber'] },
      { key: 'fade', kind: 'duration', min: 100, max: 5_000 },
      { key: 'level', kind: 'number', min: 1, max: 9 },
      { key: 'dimmed', kind: 'flag' },
    ])
  })
})

test.each([
  ['departments', departmentSettings],
  ['agents', agentSettings],
] as const)('what %s begin with is within the limits', (_, { initial, changes: shape }) => {
  expect(z.strictObject(shape).parse(initial) as object).toEqual(initial)
})
