import { expect, test } from 'bun:test'
import { openRate, type Spending } from '../../src/policies/rate'

/** How many go through at once before one is refused. */
const throughput = async (factor: number, what: Spending, key = 'vera') => {
  const rate = openRate(factor)
  for (let spent = 0; spent < 5_000; spent += 1) {
    const refused = await rate.spend(what, key)
    if (refused) return { spent, refused }
  }
  throw new Error('nothing is ever refused')
}

test.each([
  ['message', 100],
  ['messageByAddress', 3_000],
  ['start', 300],
  ['signIn', 60],
  ['act', 120],
] as [Spending, number][])(
  '%s: %d go through, the next is told when to come back',
  async (what, limit) => {
    const { spent, refused } = await throughput(1, what)
    expect(spent).toBe(limit)
    expect(refused).toMatchObject({ code: 'limited', reason: 'tooFast' })
    const seconds = what === 'start' || what === 'signIn' ? 600 : 10
    expect(refused.retryAfter).toBeGreaterThan(seconds - 5)
    expect(refused.retryAfter).toBeLessThanOrEqual(seconds)
    expect(refused.values.seconds).toBe(refused.retryAfter as number)
  },
)

test('keys and kinds do not share', async () => {
  const rate = openRate(0.01)
  expect(await rate.spend('message', 'vera')).toBeNull()
  expect(await rate.spend('message', 'vera')).not.toBeNull()
  expect(await rate.spend('message', 'vito')).toBeNull()
  expect(await rate.spend('act', 'vera')).toBeNull()
})

test('a factor multiplies every limit, and never leaves nothing', async () => {
  expect((await throughput(2, 'message')).spent).toBe(200)
  expect((await throughput(0.0001, 'message')).spent).toBe(1)
})

test('keys of people cannot reach beyond themselves', async () => {
  const rate = openRate(0.01)
  for (const key of ['__proto__', 'constructor', '', 'vera\u0000', 'x'.repeat(10_000)])
    expect(await rate.spend('message', key)).toBeNull()
  expect(({} as Record<string, unknown>).points).toBeUndefined()
})
