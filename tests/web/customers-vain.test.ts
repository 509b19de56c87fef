import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { countVain } from '../../src/commands/customers/suspicion'
import { isSolved, newTask, WORK_BITS } from '../../src/commands/customers/work'
import { hashToken } from '../../src/commands/tokens'
import { paths } from '../../views/paths'
import type { TestDesk } from '../support/desk'
import { customerTab, openCustomerDesk, signInAs, wanted } from './customers'
import { openTab } from './tab'

const { customers: at } = paths
let desk: TestDesk
let slept: number[] = []
const clock = {
  ...systemClock,
  sleep: (ms: number) => {
    slept.push(ms)
    return systemClock.sleep(Math.min(ms, 20))
  },
}
beforeAll(async () => {
  desk = await openCustomerDesk({ clock })
})
afterAll(() => desk.close())

/** A number that solves a task, as a page finds it. */
const solve = (task: string): string => {
  for (let n = 0; n < 3_000_000; n += 1) {
    const hash = hashToken(`${task}:${n}`)
    if (Number.parseInt(hash.slice(0, 8), 16) >>> (32 - WORK_BITS) === 0) return `${task}:${n}`
  }
  throw new Error('no number solves it')
}

describe('many tries in vain', () => {
  const tryWrong = (email: string, more = {}) =>
    openTab(desk).post(at.signIn, { email, password: 'wrong', ...more })

  test('ask for work, and without it each takes a while', async () => {
    const email = 'attacked@guest.example'
    await customerTab(desk, email)
    slept = []
    const [first, , third] = [await tryWrong(email), await tryWrong(email), await tryWrong(email)]
    expect(first?.text).not.toContain('data-task')
    expect(slept).toEqual([])
    const task = /data-task="([^"]+)"/.exec(third?.text ?? '')?.[1] ?? ''
    expect(task).not.toBe('')
    expect((await signInAs(openTab(desk), email)).status).toBe(303)
    expect(slept).toEqual([3_000])
    // The right password was shown: nobody is suspected any more.
    slept = []
    await tryWrong(email)
    expect(slept).toEqual([])
    for (let n = 0; n < 2; n += 1) await tryWrong(email)
    expect((await signInAs(openTab(desk), email, { work: solve(task) })).status).toBe(303)
    expect(slept).toEqual([])
  })

  test('are work once: an answer, another’s task and one of long ago solve nothing', async () => {
    const answer = solve(newTask(desk.desk))
    expect(await isSolved(desk.desk, answer)).toBe(true)
    expect(await isSolved(desk.desk, answer)).toBe(false)
    const task = newTask(desk.desk)
    expect(await isSolved(desk.desk, `${task}:1`)).toBe(false)
    const [, nonce, proof] = task.split('.')
    const forged = `${Date.now() + 800_000}.${nonce}.${proof}`
    expect(await isSolved(desk.desk, solve(forged))).toBe(false)
    const later = { ...desk.desk, clock: { ...clock, now: () => Date.now() + 16 * 60_000 } }
    expect(await isSolved(later, solve(newTask(desk.desk)))).toBe(false)
  })

  test('are refused in the end, and registering for an address says nothing of it', async () => {
    const email = 'flooded@guest.example'
    await customerTab(desk, email)
    const from = { key: email, address: 'unknown' }
    for (let n = 0; n < 29; n += 1) await countVain(desk.desk, from)
    expect((await tryWrong(email)).status).toBe(401)
    const refused = await tryWrong(email)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await openTab(desk).post(at.register, wanted(email))).status).toBe(303)
  })

  test('of others cost who they are about some work, and never keep them out', async () => {
    const email = 'besieged@guest.example'
    await customerTab(desk, email)
    for (let n = 0; n < 60; n += 1)
      await countVain(desk.desk, { key: email, address: `198.51.100.${n}` })
    slept = []
    expect((await signInAs(openTab(desk), email)).status).toBe(303)
    expect(slept).toEqual([3_000])
  })

  test('to sign in by another name hold back no registration', async () => {
    const email = 'wished@guest.example'
    for (const key of [email, `new ${email}`])
      for (let n = 0; n < 40; n += 1)
        await countVain(desk.desk, { key, address: `198.51.100.${n}` })
    expect((await openTab(desk).post(at.register, wanted(email))).status).toBe(303)
  })
})
