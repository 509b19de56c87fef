import { afterAll, beforeAll, expect, test } from 'bun:test'
import { setStatus } from '../../src/commands/agents/status'
import { openTestClock } from '../support/clock'
import { type FollowedDesk, openFollowedDesk } from './harness'

const { clock, until } = openTestClock()
let harness: FollowedDesk
beforeAll(async () => {
  harness = await openFollowedDesk({ clock, until })
})
afterAll(() => harness.desk.close())

test('an agent’s status and the lists that speak of it are one swap', async () => {
  const bench = harness.bench(null, 0)
  await until(() => bench.swaps('shift').length === 1)
  expect(bench.swaps('shift')[0]).toContain('hx-target="#inbox"')
  for (const status of ['off', 'ready', 'away'] as const) {
    const before = bench.swaps('shift').length
    await setStatus(harness.desk.desk, harness.ana, { status })
    await until(() => bench.swaps('shift').length > before)
    const frame = bench.swaps('shift').at(-1) ?? ''
    expect(frame).toContain(`data-status="${status}"`)
    for (const part of ['banner', 'nothing']) expect(frame).toContain(`hx-target="#${part}"`)
    expect(frame.includes('Set yourself to Ready')).toBe(status !== 'ready')
  }
  bench.leave()
})
