import { afterAll, beforeAll, expect, spyOn, test } from 'bun:test'
import { paths } from '../../views/paths'
import { openTestClock, type TestClock } from '../support/clock'
import { hire, openTestDesk, type TestDesk, visit } from '../support/desk'
import { type Ask, askOf, signIn } from './ask'

const { chat, workbench } = paths
const names = ['Vera', 'Vito', 'Wang']
let testClock: TestClock
let desk: TestDesk
let ask: Ask
beforeAll(async () => {
  testClock = openTestClock()
  desk = await openTestDesk({ clock: testClock.clock })
  ask = askOf(desk)
})
afterAll(() => desk.close())

/** Everybody's page is asked for, one after the other, so many times. */
const rounds = async (times: number, path: string, cookies: readonly string[]) => {
  for (let n = 0; n < times; n++)
    for (const cookie of cookies) expect((await ask('GET', path, { cookie })).status).toBe(200)
}

test('whose a visitor’s token is is looked up once in half a minute, however many come', async () => {
  const visits = await Promise.all(names.map((name) => visit(desk, name)))
  const cookies = visits.map(({ token }) => `visitor=${token}`)
  const looked = spyOn(desk.desk.store.visits, 'visitorOf')
  await rounds(3, chat.page, cookies)
  expect(looked).toHaveBeenCalledTimes(names.length)
  testClock.jump(30_001)
  await rounds(2, chat.page, cookies)
  expect(looked).toHaveBeenCalledTimes(2 * names.length)
})

test('a session is moved on once in five minutes, however many are at work', async () => {
  const agents = ['Ana', 'Amir']
  for (const name of agents) await hire(desk, name)
  const cookies: string[] = []
  for (const name of agents) cookies.push(await signIn(ask, name))
  const touched = spyOn(desk.desk.store.accounts, 'touchSession')
  await rounds(3, workbench.page, cookies)
  expect(touched).toHaveBeenCalledTimes(agents.length)
  testClock.jump(5 * 60_000)
  await rounds(2, workbench.page, cookies)
  expect(touched).toHaveBeenCalledTimes(2 * agents.length)
})
