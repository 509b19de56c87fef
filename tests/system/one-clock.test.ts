import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { PersonEvent } from '../../actors/events'
import { GRACE_MS } from '../../actors/limits'
import { systemClock } from '../../src/clock'
import { readConfig } from '../../src/config'
import { openLog } from '../../src/log'
import { type OpenDesk, openDesk } from '../../src/open'
import { openTestClock, type TestClock } from '../support/clock'
import { sharedMariadb } from '../support/mariadb'
import { scratchFolder } from '../support/programs'

const HOUR_MS = 3_600_000

type Node = OpenDesk & TestClock & { lines: string[] }

const mariadb = await sharedMariadb()
/** What two machines say whose clocks are two hours apart. */
let slow: Node
let fast: Node

const openNode = async (DATABASE_URL: string, aheadMs: number): Promise<Node> => {
  const testClock = openTestClock(systemClock.now() + aheadMs)
  const lines: string[] = []
  const log = openLog('warn', (line) => lines.push(line))
  const config = readConfig({ DATA_DIR: scratchFolder(), DATABASE_URL })
  return { ...(await openDesk(config, { clock: testClock.clock, log })), ...testClock, lines }
}

beforeAll(async () => {
  const url = await mariadb.fresh()
  slow = await openNode(url, -HOUR_MS)
  fast = await openNode(url, HOUR_MS)
})
afterAll(async () => {
  await slow.close()
  await fast.close()
})

const isLost = async () => (await fast.desk.store.agents.find('ana'))?.lost

test('what a node makes due is due for another only then, whatever their machines say', async () => {
  const send = (event: PersonEvent) => slow.desk.system.send('agent:ana', event)
  const at = slow.desk.clock.now()
  await send({ type: 'hired', at, name: 'Ana', departments: [], changes: {} })
  await send({ type: 'appeared', at, node: 'north' })
  await send({ type: 'readied', at })
  await send({ type: 'vanished', at, node: 'north' })
  await fast.postman.round()
  expect(await isLost()).toBe(false)
  // As long as it is meant to take, and no two hours more.
  fast.jump(GRACE_MS + 10_000)
  await fast.postman.round()
  expect(await isLost()).toBe(true)
})

test('a node whose machine is wrong says so once', async () => {
  const about = (node: Node) => node.lines.filter((line) => line.includes('another time'))
  for (const node of [slow, fast]) await node.pass(5_000)
  expect([about(slow).length, about(fast).length]).toEqual([1, 1])
})

test('who sets a machine’s clock does not move the desk’s, and what is wrong is put right', async () => {
  const before = slow.desk.clock.now()
  slow.set(24 * HOUR_MS)
  expect(slow.desk.clock.now()).toBe(before)
  slow.jump(HOUR_MS)
  const isRight = () => Math.abs(slow.desk.clock.now() - systemClock.now()) < 60_000
  expect(isRight()).toBe(false)
  await slow.until(isRight, 60_000)
})
