import { afterEach, beforeEach, expect, test } from 'bun:test'
import { openLog } from '../../src/log'
import type { Store } from '../../src/store/store'
import { openPostman } from '../../src/system/postman'
import { openTestClock } from '../support/clock'
import { mailTo } from '../support/turns'
import { opened, openNode, openShop, openTestDatabase, type TestDatabase, timings } from './nodes'

const testClock = openTestClock()
let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase(testClock)
})
afterEach(() => database.store.close())

test('a postman wakes for a timer at its own moment, and once a second for what others left', async () => {
  let looks = 0
  const due: Store['mail']['due'] = (...asked) => {
    looks += 1
    return database.store.mail.due(...asked)
  }
  const node = openNode(database, { ...database.store, mail: { ...database.store.mail, due } })
  await openShop(node, testClock, 1)
  for (const id of ['held', 'lamp'])
    await node.send(`conversation:${id}`, opened(testClock.now(), `client-${id}`))
  node.postman.start()
  await testClock.pass(timings.patience - 1)
  await node.rest()
  expect(await node.state('conversation:lamp')).toEqual({ waiting: 'inLine' })
  expect(looks).toBeWithin(59, 63)
  await testClock.pass(1)
  await node.rest()
  expect(await node.state('conversation:lamp')).toEqual({ waiting: 'left' })

  await node.postman.stop()
  looks = 0
  await testClock.pass(10_000)
  expect(looks).toBe(0)
})

test('a postman that stops waits two seconds for what hangs, and no longer', async () => {
  const system = { deliver: () => new Promise<never>(() => {}) }
  const log = openLog('silent')
  const postman = openPostman({ store: database.store, system, clock: testClock.clock, log })
  postman.posted([mailTo('department:sales', 'lost', { dueAt: testClock.now() })])
  expect(postman.underway()).toBe(1)
  let stopped = false
  const stop = postman.stop().then(() => {
    stopped = true
  })
  await Bun.sleep(0)
  await testClock.pass(1_999)
  expect(stopped).toBe(false)
  await testClock.pass(1)
  await stop
  expect(stopped).toBe(true)
})
