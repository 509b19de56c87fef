import { expect, test } from 'bun:test'
import { checkedWrite, openWriteCheck } from '../../src/store/write-check'
import { openTestClock } from '../support/clock'

const FULL = new Error('The disk is full')

const open = () => {
  const { clock, pass } = openTestClock()
  let isFull = false
  let probes = 0
  const put = async () => {
    if (isFull) throw FULL
    return 'done' as never
  }
  const check = openWriteCheck(clock, async () => {
    probes += 1
    await put()
  })
  const write = checkedWrite(put, check)
  return {
    ...{ pass, prove: check.prove, write: () => write([]), probes: () => probes },
    full(now: boolean) {
      isFull = now
    },
  }
}

test('nothing is tried as long as writes go through', async () => {
  const { prove, write, probes } = open()
  await prove()
  await write()
  await prove()
  expect(probes()).toBe(0)
})

test('after one that failed a probe is tried once a second, by whoever asks', async () => {
  const { pass, prove, write, probes, full } = open()
  full(true)
  await expect(write()).rejects.toThrow(FULL)
  for (let n = 0; n < 30; n += 1) {
    const asked = await Promise.allSettled([prove(), prove(), prove()])
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await pass(100)
  }
  expect(probes()).toBe(3)
  full(false)
  await pass(1_000)
  await prove()
  await prove()
  expect(probes()).toBe(4)
})

test('a write that goes through says so without a probe', async () => {
  const { prove, write, probes, full } = open()
  full(true)
  await expect(write()).rejects.toThrow(FULL)
  full(false)
  await write()
  await prove()
  expect(probes()).toBe(0)
})
