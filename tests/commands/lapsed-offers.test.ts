import { expect, test } from 'bun:test'
import { accept, decline } from '../../src/commands/agents/answer-offer'
import { setStatus } from '../../src/commands/agents/status'
import { openForAll } from './fixtures'
import { told } from './harness'

const harness = await openForAll()

const after = async <Outcome>(outcome: Promise<Outcome>): Promise<Outcome> => {
  const done = await outcome
  await harness.rest()
  return done
}

test('an offer that lapsed is not the one that rings anew: a late answer to it is none', async () => {
  const ana = await harness.staff('Ana', { departments: ['support'], capacity: 1 })
  const visit = await harness.visitor('Vera', 'support')
  const { offer } = (await harness.row(visit.id)) ?? {}
  await harness.pass(30_000)
  await after(setStatus(harness.desk, ana, { status: 'away' }))
  await after(setStatus(harness.desk, ana, { status: 'ready' }))
  for (let asked = 0; asked < 10; asked++) {
    if ((await harness.row(visit.id))?.state === 'offered') break
    await harness.pass(30_000)
  }
  const anew = await harness.row(visit.id)
  expect(anew).toMatchObject({ state: 'offered', offeredTo: ana.id })
  expect(anew?.offer).toBeGreaterThan(offer ?? 0)
  for (const answer of [accept, decline]) {
    expect(told(await answer(harness.desk, ana, visit.id, { offer }))).toBe('conflict already')
    expect(told(await answer(harness.desk, ana, visit.id, { offer: 'x' }))).toBe(
      'invalid fieldNotValid',
    )
    expect(await harness.row(visit.id)).toMatchObject({ state: 'offered' })
  }
  const seen = { offer: String(anew?.offer) }
  expect(await after(accept(harness.desk, ana, visit.id, seen))).toBeNull()
  expect(await harness.row(visit.id)).toMatchObject({ state: 'active', offer: 0 })
})
