import { describe, expect, test } from 'bun:test'
import type { DepartmentContext } from '../../../actors/department/context'
import { settingGroups } from '../../../actors/department/setting-groups'
import { departmentSettings, otherFields } from '../../../actors/department/settings'
import { summarizeDepartment } from '../../../actors/department/summary'
import type { AnyEvent } from '../../../actors/events'
import { noReads } from '../../../actors/rows'
import { type Turn, takeTurn } from '../../../actors/turn'
import { arrive, takeTurns } from '../cells'
import { events, figures, free, reach } from './events'

const at = 1_000_000

const go = (...more: AnyEvent[]) => {
  const { turns, stored } = takeTurns('department', arrive('department', reach['open.calm']), more)
  return { turn: turns.at(-1) as Turn, context: stored?.snapshot.context as DepartmentContext }
}
const isTold = ({ facts }: Turn) => facts.some(({ what }) => what === 'state')

describe('a department', () => {
  test('is made with what differs, and knows since when', () => {
    const { context } = go({ type: 'swept', at })
    expect(summarizeDepartment({ value: '', context })).toEqual({
      ...{ id: 'own', name: 'Sales', createdAt: at, removedAt: null },
      settings: {
        ...departmentSettings.initial,
        ...{ patience: 60_000, accept: 30_000, silence: 600_000 },
      },
    })
  })

  test('is set up by changes alone: the rest stays', () => {
    const manual = { type: 'configured', at, changes: { acceptance: 'manual' } } as const
    const patient = { type: 'configured', at, changes: { patience: 90_000 } } as const
    const { turn, context } = go(manual, patient)
    expect(context.settings).toEqual({
      ...departmentSettings.initial,
      ...{ acceptance: 'manual', strategy: 'least-loaded' },
      ...{ patience: 90_000, accept: 30_000, silence: 600_000 },
      ...{ fileSize: 20, imageSize: 10, fileCount: 10, voiceLength: 5, sneakPeek: false },
    })
    expect(isTold(turn)).toBe(true)
  })

  test('is set up from what somebody saw, or not at all', () => {
    const { context } = go({ type: 'swept', at })
    const change = (before: DepartmentContext['settings']) =>
      ({ type: 'configured', at, changes: { patience: 90_000 }, before }) as const
    const seen = go(change({ ...context.settings }))
    expect(seen.context.settings.patience).toBe(90_000)
    expect(go(change({ ...context.settings }), change(context.settings)).turn.rejected).toBe(true)
  })

  test('is renamed, removed and brought back, and everybody is told', () => {
    const renamed = go(events['is renamed'])
    expect([renamed.context.name, isTold(renamed.turn)]).toEqual(['Orders', true])
    const removed = go(events['is renamed'], { type: 'removed', at: at + 5 })
    expect([removed.context.removedAt, isTold(removed.turn)]).toEqual([at + 5, true])
    const back = go(events['is removed'], events['is brought back'])
    expect([back.context.removedAt, isTold(back.turn)]).toEqual([null, true])
    expect(back.context).toMatchObject({ createdAt: at, settings: renamed.context.settings })
  })

  test('is not removed twice, nor brought back when it stands, nor made again', () => {
    expect(go(events['is removed'], events['is removed']).turn.rejected).toBe(true)
    expect(go(events['is brought back']).turn.rejected).toBe(true)
    expect(go(events['is made']).turn.rejected).toBe(true)
  })

  test('that is removed still gives out who asked in that moment', () => {
    const removed = arrive('department', [...reach['open.calm'], events['is removed']])
    const comes = events['the lamp comes, Ana is free']
    const turn = takeTurn('department:own', removed, comes, { ...noReads, floor: [free('ana')] })
    expect(turn.decisions.map(({ chosen }) => chosen)).toEqual(['ana'])
  })

  test('does not announce itself for what only passes through', () => {
    expect(isTold(go({ type: 'swept', at }).turn)).toBe(false)
  })
})

describe('agents who left a floor', () => {
  const leaves = (agent: string, version: number): AnyEvent => ({
    ...{ type: 'reported', at },
    report: figures(agent, { version, member: false }),
  })
  const comes = (agent: string, version: number): AnyEvent => ({
    ...{ type: 'reported', at },
    report: figures(agent, { version }),
  })

  test('are not seated again by what they said before', () => {
    expect(go(leaves('ana', 5), comes('ana', 4)).turn.keeps).toEqual([])
    expect(go(leaves('ana', 5), comes('ana', 6)).turn.keeps).toHaveLength(1)
  })

  test('are remembered while it matters, and never more than a few', () => {
    const many = Array.from({ length: 300 }, (_, nth) => leaves(`agent-${nth}`, 5))
    const { context } = go(...many)
    expect(Object.keys(context.leftAgents)).toEqual(
      Array.from({ length: 50 }, (_, nth) => `agent-${250 + nth}`),
    )
    // Who leaves once more is the newest of them again.
    const again = go(
      leaves('ana', 5),
      ...many.slice(0, 49),
      leaves('ana', 7),
      ...many.slice(49, 98),
    )
    expect(again.context.leftAgents.ana).toBe(7)
    expect(Object.keys(again.context.leftAgents)).toHaveLength(50)
  })
})

test('each setting of its own form stands in one group of it', () => {
  const grouped: readonly string[] = Object.values(settingGroups).flat()
  const own = otherFields.filter(({ kind }) => kind !== 'fields' && kind !== 'hours')
  expect(grouped.toSorted()).toEqual(own.map(({ key }) => key).toSorted())
})
