import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { createAccount } from '../../src/commands/accounts/create'
import { SESSION_IDLE_MS, SESSION_LIFE_MS } from '../../src/commands/sessions/begin'
import { signIn } from '../../src/commands/sessions/sign-in'
import { signOut } from '../../src/commands/sessions/sign-out'
import { hashToken } from '../../src/commands/tokens'
import { PASSWORD } from '../support/desk'
import { openDoor } from './fixtures'
import { named, openHarness, problemOf, told } from './harness'

const { harness, make, enter } = await openDoor()

describe('signing in', () => {
  beforeAll(async () => {
    await make('ana@example.org')
  })

  test('gives a new token each time; only its hash is kept', async () => {
    const [first, second] = [await enter('ana@example.org'), await enter('ana@example.org')]
    if (isProblem(first) || isProblem(second)) throw new Error('not signed in')
    expect(first.token).not.toBe(second.token)
    const kept = JSON.stringify(harness.look('select * from sessions'))
    expect(kept).not.toContain(first.token)
    expect(kept).toContain(hashToken(first.token))
  })

  test('answers the same to who is unknown, wrong, disabled, or no address at all', async () => {
    const gone = await make('gone@example.org')
    if (isProblem(gone)) throw new Error(gone.reason)
    await harness.desk.store.accounts.disable(gone.id, harness.testClock.now())
    const outcomes = await Promise.all([
      enter('nobody@example.org'),
      enter('ana@example.org', 'not the right one'),
      enter('gone@example.org'),
      enter('an\u200ba@example.org'),
      enter("' or 1=1 --"),
      enter(''),
      enter('ana@example.org', ''),
      enter('ana@example.org', 'x'.repeat(2_000)),
    ])
    const [first, ...others] = outcomes.map((outcome) => ({ ...problemOf(outcome) }))
    expect(first).toMatchObject({ code: 'unknown', reason: 'signInWrong', field: undefined })
    for (const other of others) expect(other).toEqual(first as never)
  })

  test('takes as long for nobody as for somebody', async () => {
    const times = async (email: string) => {
      const took: number[] = []
      for (let n = 0; n < 4; n += 1) {
        const began = performance.now()
        await enter(email, 'not the right one')
        took.push(performance.now() - began)
      }
      return Math.min(...took)
    }
    await make('slow@example.org')
    const [known, unknown] = [
      await times('slow@example.org'),
      await times('nobody-slow@example.org'),
    ]
    // Without its decoy the unknown one would be answered in a hundredth of the time.
    expect(unknown / known).toBeGreaterThan(0.2)
  })

  test.each(named<unknown>([{ $gt: '' }, ['ana@example.org'], true, null, 7, undefined]))(
    'by %s is no form',
    async (_, email) => {
      expect(problemOf(await enter(email)).code).toBe('invalid')
    },
  )

  test('ends: unused after half a day, and after a week in any case', async () => {
    const signed = await enter('ana@example.org')
    if (isProblem(signed)) throw new Error(signed.reason)
    const session = (ms: number) =>
      harness.desk.store.accounts.session(hashToken(signed.token), harness.testClock.now() + ms)
    expect((await session(SESSION_IDLE_MS - 1))?.account.email).toBe('ana@example.org')
    expect(await session(SESSION_IDLE_MS)).toBeUndefined()
    await harness.desk.store.accounts.touchSession(
      hashToken(signed.token),
      harness.testClock.now() + 2 * SESSION_LIFE_MS,
    )
    expect(await session(SESSION_LIFE_MS - 1)).toBeDefined()
    expect(await session(SESSION_LIFE_MS)).toBeUndefined()
  })

  test('signing out ends that token and tells its pages', async () => {
    const [one, other] = [await enter('ana@example.org'), await enter('ana@example.org')]
    if (isProblem(one) || isProblem(other)) throw new Error('not signed in')
    const rung: string[] = []
    harness.desk.bus.subscribe(`agent:${one.account.id}`, ({ what }) => rung.push(what))
    await signOut(harness.desk, one.token, one.account.id)
    const { accounts } = harness.desk.store
    expect(await accounts.session(hashToken(one.token), harness.testClock.now())).toBeUndefined()
    expect(await accounts.session(hashToken(other.token), harness.testClock.now())).toBeDefined()
    expect(rung).toEqual(['state'])
  })
})

describe('many wrong passwords for one account', () => {
  // What is counted here does not hang on how long a hash takes.
  const real = harness.desk.passwords
  beforeAll(() => {
    harness.desk.passwords = {
      hash: async (password) => password,
      verify: async (password, hash) => password === hash,
    }
  })
  afterAll(() => {
    harness.desk.passwords = real
  })

  const wrong = (email: string, n: number) =>
    enter(email, `guess number ${n} of many`, { address: `198.51.100.${n}` })

  beforeEach(() => harness.testClock.pass(2 * 3_600_000))

  test('from anywhere: after ten it waits, with the right one too, and others do not', async () => {
    await make('ben@example.org')
    await make('bea@example.org')
    for (let n = 1; n <= 10; n += 1)
      expect(told(await wrong('ben@example.org', n))).toBe('unknown signInWrong')
    const waits = problemOf(await wrong('ben@example.org', 11))
    expect(waits).toMatchObject({ code: 'limited', reason: 'tooManySignIns' })
    expect(waits.retryAfter).toBe(60)
    expect(told(await enter('BEN@example.org '))).toBe('limited tooManySignIns')
    expect(told(await enter('bea@example.org'))).toBe('done')
    harness.testClock.pass(60_001)
    expect(told(await enter('ben@example.org'))).toBe('done')
  })

  test('wait no day longer when the clock is set back by a day', async () => {
    await make('bob@example.org')
    for (let n = 1; n <= 10; n += 1) await wrong('bob@example.org', n)
    expect(told(await enter('bob@example.org'))).toBe('limited tooManySignIns')
    harness.testClock.pass(-86_400_000)
    expect(told(await enter('bob@example.org'))).toBe('done')
    // Nor is anybody let off: from here it counts anew.
    for (let n = 1; n <= 10; n += 1) await wrong('bob@example.org', n)
    expect(told(await wrong('bob@example.org', 11))).toBe('limited tooManySignIns')
    harness.testClock.pass(86_400_000)
  })

  test('the same for an account that there is not', async () => {
    for (let n = 1; n <= 10; n += 1) await wrong('nobody-else@example.org', n)
    expect(told(await wrong('nobody-else@example.org', 11))).toBe('limited tooManySignIns')
  })

  test('each series waits twice as long, but never for good', async () => {
    await make('olga@example.org')
    const waits: number[] = []
    for (let series = 0; series < 6; series += 1) {
      for (let n = 1; n <= 10; n += 1) await wrong('olga@example.org', n)
      const { retryAfter = 0 } = problemOf(await wrong('olga@example.org', 11))
      waits.push(retryAfter)
      harness.testClock.pass(retryAfter * 1000 + 1)
    }
    expect(waits).toEqual([60, 120, 240, 480, 960, 960])
    expect(told(await enter('olga@example.org'))).toBe('done')
  }, 30_000)

  test('from elsewhere hold back nobody where they were signed in, until they are wrong there too', async () => {
    await make('una@example.org')
    const home = { address: '203.0.113.50' }
    expect(told(await enter('una@example.org', PASSWORD, home))).toBe('done')
    for (let n = 1; n <= 10; n += 1) await wrong('una@example.org', n)
    expect(told(await enter('una@example.org'))).toBe('limited tooManySignIns')
    for (let n = 1; n <= 10; n += 1) await wrong(`${home.address} una@example.org`, n)
    // The night is over, and so is the session.
    harness.testClock.pass(13 * 3_600_000)
    for (let n = 1; n <= 10; n += 1) await wrong('una@example.org', n)
    expect(told(await enter('una@example.org', PASSWORD, home))).toBe('done')
    for (let n = 1; n <= 10; n += 1) await enter('una@example.org', 'not the right one', home)
    expect(told(await enter('una@example.org', PASSWORD, home))).toBe('limited tooManySignIns')
  })

  test('a right one in between begins anew', async () => {
    await make('ole@example.org')
    for (let round = 0; round < 2; round += 1) {
      for (let n = 1; n <= 9; n += 1)
        expect(told(await wrong('ole@example.org', n))).toBe('unknown signInWrong')
      expect(told(await enter('ole@example.org'))).toBe('done')
    }
  })
})

describe('a flood of sign-ins', () => {
  test('has two hashes at once and a short queue; the rest is told at once, and soon others get in', async () => {
    const flooded = await openHarness({ rate: 1 })
    await createAccount(
      flooded.desk,
      { email: 'ana@example.org', name: 'Ana', password: PASSWORD },
      'agent',
    )
    const began = performance.now()
    const times: number[] = []
    const flood = Array.from({ length: 100 }, async (_, n) => {
      const outcome = await signIn(
        flooded.desk,
        { email: `x-${n}@example.org`, password: PASSWORD },
        { address: '198.51.100.1' },
      )
      if (problemOf(outcome).code === 'limited') times.push(performance.now() - began)
      return told(outcome)
    })
    const outcomes = Object.groupBy(await Promise.all(flood), (outcome) => outcome)
    expect(outcomes['unknown signInWrong']).toHaveLength(18)
    // Sixty of one address come as far as the queue.
    expect(outcomes['limited busy']).toHaveLength(42)
    expect(outcomes['limited tooFast']).toHaveLength(40)
    const form = { email: 'ana@example.org', password: PASSWORD }
    expect(told(await signIn(flooded.desk, form, { address: '203.0.113.9' }))).toBe('done')
    // Whoever is not let in hears so before the first hash is done.
    expect(Math.max(...times)).toBeLessThan((performance.now() - began) / 2)
    await flooded.close()
  }, 30_000)
})
