import { afterAll, beforeAll, describe, expect, spyOn, test } from 'bun:test'
import { newToken } from '../../src/commands/tokens'
import { paths } from '../../views/paths'
import { openTestClock, type TestClock } from '../support/clock'
import { clientId, hire, openTestDesk, type TestDesk, visit } from '../support/desk'
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

describe('a cookie that is nobody’s', () => {
  const made = async (path: string, name: string, count: number) => {
    const cookie = `bellhop-${name}=${newToken()}`
    const burst = Array.from({ length: count }, () => ask('GET', path, { cookie }))
    await Promise.all(burst)
    for (let n = 0; n < 20; n++) await ask('GET', path, { cookie })
    return cookie
  }

  test('is asked after a few times a second, however often it comes', async () => {
    const { accounts, visits } = desk.desk.store
    for (const [path, name, looked] of [
      [chat.page, 'visitor', spyOn(visits, 'visitorOf')],
      [workbench.page, 'session', spyOn(accounts, 'session')],
    ] as const) {
      looked.mockClear()
      const cookie = await made(path, name, 1)
      expect([name, looked.mock.calls.length]).toEqual([name, 3])
      testClock.jump(1_001)
      await ask('GET', path, { cookie })
      expect([name, looked.mock.calls.length]).toEqual([name, 4])
    }
  })

  test('is known at once when it is somebody’s, whatever was asked before', async () => {
    const cookie = await made(chat.page, 'visitor', 5)
    const form = { text: 'Hello from a new cookie', client_id: clientId() }
    expect((await ask('POST', chat.page, { form, cookie })).status).toBe(303)
    expect((await ask('GET', chat.page, { cookie })).text).toContain(form.text)
  })

  test('is still a visitor’s when it was tried in vain as a session', async () => {
    const { token } = await visit(desk, 'Vera')
    const tried = { cookie: `bellhop-session=${token}` }
    for (let n = 0; n < 5; n++) await ask('GET', workbench.page, tried)
    const { text } = await ask('GET', chat.page, { cookie: `bellhop-visitor=${token}` })
    expect(text).toContain('id="transcript"')
  })

  test('is no fault of a page that goes, and says so', async () => {
    const form = { tab: 'one', page: 'gone' }
    const cookie = `bellhop-visitor=${newToken()}`
    expect((await ask('POST', chat.presence, { form, cookie })).status).toBe(204)
  })
})
