import { describe, expect, test } from 'bun:test'
import { abortAfter, type Clock, systemClock } from '../../src/clock'
import { backOff, retry } from '../../src/retry'
import { openTestClock } from './clock'

describe('the clock that is turned by hand', () => {
  test('lets its timers go off in their order, each at its own moment', async () => {
    const { clock, now, pass, timers } = openTestClock(0)
    const told: [string, number][] = []
    const tell = (what: string) => () => void told.push([what, now()])
    clock.after(50, tell('later'))
    clock.after(20, tell('once'))
    clock.after(30, tell('never'))()
    const stop = clock.every(20, tell('often'))
    clock.after(20, () => clock.after(5, tell('next')))
    await pass(49)
    expect(told).toEqual([
      ['once', 20],
      ['often', 20],
      ['next', 25],
      ['often', 40],
    ])
    expect(now()).toBe(49)
    stop()
    await pass(100)
    expect(told.slice(4)).toEqual([['later', 50]])
    expect(timers()).toBe(0)
  })

  test('what a timer began goes on before the next goes off', async () => {
    const { clock, now, pass } = openTestClock(0)
    const told: number[] = []
    const work = async () => {
      for (let n = 0; n < 3; n += 1) {
        await clock.sleep(10)
        told.push(now())
      }
    }
    clock.after(5, work)
    await pass(100)
    expect(told).toEqual([15, 25, 35])
  })

  test('waits for what comes to hold, and no longer than it is told', async () => {
    const { clock, now, until } = openTestClock(0)
    let holds = false
    clock.after(700, () => {
      holds = true
    })
    await until(() => holds)
    expect(now()).toBeWithin(700, 751)
    await expect(until(() => false, 1_000)).rejects.toThrow('did not come to hold')
    expect(now()).toBeWithin(1_700, 1_801)
  })
})

describe('the clock of the machine', () => {
  test('stops what was called off, also late and twice', async () => {
    let times = 0
    const stop = systemClock.every(1, () => times++)
    const never = systemClock.after(1, () => (times = 1_000))
    never()
    await systemClock.sleep(20)
    stop()
    stop()
    never()
    const before = times
    expect(before).toBeWithin(1, 100)
    await systemClock.sleep(10)
    expect(times).toBe(before)
  })

  test('keeps no process alive', async () => {
    const clock = `${import.meta.dir}/../../src/clock.ts`
    const code = `import { systemClock as c } from ${JSON.stringify(clock)}
      c.after(60_000, () => {}); c.every(60_000, () => {}); await c.sleep(5); console.log('done')`
    const child = Bun.spawn([process.execPath, '-e', code], { stdout: 'pipe' })
    expect(await new Response(child.stdout).text()).toBe('done\n')
    expect(await child.exited).toBe(0)
  })

  test('a request is given up in time', async () => {
    const { clock, pass } = openTestClock()
    const signal = abortAfter(clock, 100)
    await pass(99)
    expect(signal.aborted).toBe(false)
    await pass(1)
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' })
  })
})

describe('what is tried again', () => {
  const open = () => {
    const sleeps: number[] = []
    const clock: Pick<Clock, 'sleep'> = { sleep: async (ms) => void sleeps.push(ms) }
    return { clock, sleeps }
  }

  test('is tried until it goes through, after ever longer pauses', async () => {
    const { clock, sleeps } = open()
    let tries = 0
    const work = async () => {
      tries += 1
      if (tries < 6) throw new Error('not yet')
      return tries
    }
    expect(await retry(clock, work, backOff(10, 60))).toBe(6)
    expect(sleeps).toEqual([10, 20, 40, 60, 60])
  })

  test('is given up with its own failure, without another pause', async () => {
    const { clock, sleeps } = open()
    let tries = 0
    const work = async () => {
      tries += 1
      throw new Error(`failure ${tries}`)
    }
    const outcome = retry(clock, work, (failures) => (failures < 2 ? 5 : null))
    await expect(outcome).rejects.toThrow('failure 3')
    expect(sleeps).toEqual([5, 5])
  })
})
