import { afterAll, beforeAll, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { installToken } from '../../src/commands/accounts/install'
import { changeAgent } from '../../src/commands/agents/change'
import { setStatus } from '../../src/commands/agents/status'
import { createDepartment } from '../../src/commands/departments/create'
import { removeDepartment } from '../../src/commands/departments/remove'
import { paths } from '../../views/paths'
import { wordsIn } from '../../views/words'
import { goOnDuty, hire, openTestDesk, PASSWORD, type TestDesk, until } from '../support/desk'
import { hidden, openTab, saidOn, type Tab } from './tab'

const { chat } = paths
let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const begin = async (): Promise<Tab> => {
  const tab = openTab(desk)
  const page = await tab.get(chat.page)
  await tab.submit(chat.page, { text: 'Good morning', client_id: hidden(page, 'client_id') })
  return tab
}

test('who waits reads that the last one has gone, and that somebody is there, without JavaScript', async () => {
  const ana = await hire(desk, 'Ana', 1)
  await goOnDuty(desk, ana)
  await begin()
  await until(async () => (await desk.desk.store.conversations.held(ana.id)).length === 1)
  const tab = await begin()
  const shows = (path: string, state: string) =>
    until(async () => (await tab.get(path)).text.includes(`data-state="${state}"`))
  await shows(chat.page, 'waiting')
  await setStatus(desk.desk, ana, { status: 'away' })
  await shows(chat.tail(1), 'left')
  expect((await tab.get(chat.page)).text).toContain(wordsIn('en').chat.leftAlone)
  await setStatus(desk.desk, ana, { status: 'ready' })
  await shows(chat.tail(1), 'waiting')
  expect((await tab.get(chat.page)).text).toContain('in line')
  await setStatus(desk.desk, ana, { status: 'off' })
})

test('the form offers departments that somebody belongs to, though any other still takes them', async () => {
  const { store } = desk.desk
  const idOf = async (name: string) => {
    const id = await createDepartment(desk.desk, { name })
    if (isProblem(id)) throw new Error(id.reason)
    return id
  }
  const [orders, empty] = [await idOf('Orders'), await idOf('Empty')]
  const form = async () => {
    desk.web.reads.departments.invalidate()
    const { text } = await openTab(desk).get(chat.page)
    return [...text.matchAll(/<option value="([^"]+)"/g)].map(([, id]) => id)
  }
  // One that can be chosen is none to ask for.
  const all = await store.agents.all()
  expect(all.every(({ departments }) => departments.join() === 'support')).toBe(true)
  expect(await form()).toEqual([])
  const amir = await hire(desk, 'Amir')
  const departments = ['support', orders]
  await changeAgent(desk.desk, amir.id, { departments })
  expect(new Set(await form())).toEqual(new Set(departments))
  const tab = openTab(desk)
  const page = await tab.get(chat.page)
  const asked = { text: 'Anybody?', client_id: hidden(page, 'client_id'), department: empty }
  expect(saidOn(await tab.submit(chat.page, asked))).toEqual(['Anybody?'])
  await until(async () => (await store.conversations.lineOrder(empty)).length === 1)
})

test('the first admin answers for every department but those that were removed', async () => {
  const fresh = await openTestDesk()
  const billing = await createDepartment(fresh.desk, { name: 'Billing' })
  expect(await removeDepartment(fresh.desk, 'support')).toBeNull()
  const token = (await installToken(fresh.desk)) ?? ''
  const form = { name: 'Olga', email: 'olga@desk.test', password: PASSWORD, token }
  await openTab(fresh).submit(paths.install, form)
  const agents = await fresh.desk.store.agents.all()
  expect(agents).toMatchObject([{ name: 'Olga', departments: [billing] }])
  await fresh.close()
})
