import { describe, expect, test } from 'bun:test'
import { idOf, kindOf } from '../../../actors/address'
import { contextIn } from '../../../actors/current'
import type { Decision } from '../../../actors/decision'
import { LISTED_CANDIDATES } from '../../../actors/department/candidates'
import { headOf } from '../../../actors/department/line'
import { choose } from '../../../actors/department/routing'
import { departmentNeeds } from '../../../actors/department/rules'
import { departmentSettings } from '../../../actors/department/settings'
import { type FloorRow, type LineRow, noReads, type Reads } from '../../../actors/rows'
import type { Stored } from '../../../actors/snapshot'
import { type Turn, takeTurn } from '../../../actors/turn'
import { openChance } from '../../support/chance'
import { openPlay, posts, settle, step } from '../desk/play'
import { free, waiting } from './events'

/**
 * The turns of all departments of a day again, each from the snapshot and the rows that stood before
 * it, as they are stored: what they choose now, beside what was kept of it then.
 */
const chosenAgain = (journal: readonly Turn[]) => {
  const stored = new Map<string, Stored>()
  const floor = new Map<string, FloorRow>()
  const line = new Map<string, LineRow>()
  const of = <Row extends { department: string }>(rows: ReadonlyMap<string, Row>, id: string) =>
    [...rows.values()].filter(({ department }) => department === id)
  const again: { kept: readonly Decision[]; now: readonly Decision[] }[] = []
  for (const turn of journal.filter(({ address }) => kindOf(address) === 'department')) {
    const id = idOf(turn.address)
    const before = stored.get(id)
    const needs = departmentNeeds(id, turn.event as { type: string }, () =>
      contextIn('department', before?.snapshot),
    )
    const reads: Reads = needs
      ? {
          line: needs.line === 0 ? [] : headOf(of(line, id), needs),
          row: line.get(`${id} ${needs.conversation}`) ?? null,
          floor: of(floor, id),
        }
      : noReads
    const now = takeTurn(turn.address, before, turn.event, JSON.parse(JSON.stringify(reads)))
    again.push({ kept: turn.decisions, now: now.decisions })
    stored.set(id, asStored({ version: turn.version, snapshot: turn.snapshot }))
    for (const row of turn.keeps) {
      if (row.in === 'floor') floor.set(`${id} ${row.agent}`, row)
      if (row.in === 'line') line.set(`${id} ${row.conversation}`, row)
    }
    for (const key of turn.drops) {
      if (key.in === 'floor') floor.delete(`${id} ${key.agent}`)
      if (key.in === 'line') line.delete(`${id} ${key.conversation}`)
    }
  }
  return again
}

const asStored = (stored: Stored): Stored => JSON.parse(JSON.stringify(stored))

describe('row 55: why this agent', () => {
  test('a choice is kept as the same function makes it again of the rows that it was made from', () => {
    let choices = 0
    for (let seed = 1; seed <= 15; seed += 1) {
      const play = openPlay(seed, Object.keys(posts)[seed % 3] as keyof typeof posts)
      for (let done = 0; done < 30; done += 1) step(play)
      settle(play)
      for (const { kept, now } of chosenAgain(play.harness.journal)) {
        choices += kept.length
        expect(now).toEqual(kept)
      }
    }
    expect(choices).toBeGreaterThan(50)
  }, 30_000)

  test('everybody on the floor is in it, by a score or by what speaks against them', () => {
    const chance = openChance(55)
    for (let round = 0; round < 200; round += 1) {
      const floor = Array.from({ length: 1 + chance.below(LISTED_CANDIDATES) }, (_, nth) =>
        free(`agent-${nth}`, {
          ...{ load: chance.below(4), ready: chance.happens(0.8), present: chance.happens(0.9) },
          ...{ mayReply: chance.happens(0.9), resting: chance.happens(0.1) },
          ...{ lastOffer: chance.below(9), languages: chance.pick(['', 'en', 'zh']) },
          recent: [1, 2, 3, 4].slice(chance.below(5)),
        }),
      )
      const row = waiting('lamp', { language: 'zh', refused: ['agent-1'] })
      const terms = {
        ...departmentSettings.initial,
        ...({ at: row.since, languageRule: 'required', fairLimit: chance.below(3) } as const),
      }
      const { kept, chosen } = choose(terms, row, floor)
      expect(kept.others).toEqual({})
      expect(kept.candidates.map(({ agent }) => agent).toSorted()).toEqual(
        floor.map(({ agent }) => agent).toSorted(),
      )
      for (const { score, reject } of kept.candidates) expect(score === null).toBe(reject !== null)
      expect(chosen?.agent ?? null).toBe(
        kept.candidates[0]?.reject === null ? (kept.candidates[0]?.agent ?? null) : null,
      )
    }
  })
})
