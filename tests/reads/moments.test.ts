import { expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import type { AnyEvent } from '../../actors/events'
import { MOST_RETAKEN, readMoment, turnsOf } from '../../src/reads/moments'
import { events } from '../actors/conversation/events'
import { openActorHarness } from '../support/actor-harness'
import { journalsOf } from '../support/journals'

const address = addressOf('conversation', 'long')
const who = { kind: 'conversation', id: 'long', name: 'Vera' } as const
const harness = openActorHarness()
harness.send(address, events['Vera opens it'])
// Nothing comes of it, and it is a turn.
const refused: AnyEvent = { ...events['Vera rates it'] }
while (harness.journal.length < MOST_RETAKEN + 10) harness.send(address, refused)
const store = { turns: journalsOf(harness) }

test('of a long journal the first turns are taken again, and the newest is read from the store', async () => {
  const of = await turnsOf(store, address)
  expect(of).toBe(MOST_RETAKEN + 10)
  const early = await readMoment(store, who, 2, of)
  expect([early.snap?.state, early.snap?.refusal !== null]).toEqual([{ waiting: 'inLine' }, true])
  const late = await readMoment(store, who, MOST_RETAKEN + 1, of)
  expect([late.snap, late.damagedAt, late.line?.event]).toEqual([null, null, 'rated'])
  const newest = await readMoment(store, who, of, of)
  expect(newest.snap?.state).toEqual({ waiting: 'inLine' })
  expect(newest.snap?.walked.now).toEqual(['waiting', 'waiting.inLine'])
})

test('of a long journal the lines around the moment are shown, up to its end', async () => {
  const of = await turnsOf(store, address)
  for (const at of [1, 500, of]) {
    const { journal, line } = await readMoment(store, who, at, of)
    expect(line?.version).toBe(at)
    expect(journal).toHaveLength(80)
  }
})

test('a turn that cannot be read is named, and nothing is shown in its place', async () => {
  const turns = {
    ...store.turns,
    journal: async (...asked: Parameters<typeof store.turns.journal>) =>
      (await store.turns.journal(...asked)).map((row) =>
        row.version === 3 ? { ...row, event: null } : row,
      ),
  }
  const moment = await readMoment({ turns }, who, 5, 20)
  expect([moment.snap, moment.damagedAt]).toEqual([null, 3])
  expect((await readMoment({ turns }, who, 2, 20)).snap?.state).toEqual({ waiting: 'inLine' })
})
