import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { changeAgent } from '../../src/commands/agents/change'
import { setStatus } from '../../src/commands/agents/status'
import { chooseDefault } from '../../src/commands/departments/choose-default'
import { createDepartment } from '../../src/commands/departments/create'
import { removeDepartment } from '../../src/commands/departments/remove'
import { renameDepartment } from '../../src/commands/departments/rename'
import { start } from '../../src/commands/visitors/start'
import { Screen } from '../feeds/page'
import { openTestClock } from '../support/clock'
import { clientId, goOnDuty, hire, openTestDesk, type TestDesk } from '../support/desk'

const { clock, until } = openTestClock()

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk({ clock })
})
afterAll(() => desk.close())

/** A workbench with one of the lists, and a conversation or none, after its first look. */
const bench = async (staff: Staff, conversation: string | null = null) => {
  const reader = { audience: 'desk', language: 'en', zone: 'UTC', viewer: staff.id } as const
  const room = conversation === null ? null : { conversation, after: 0, reader }
  const list = { view: 'line' } as const
  const seen = { reader, list, selected: conversation, room }
  const screen = new Screen()
  const from = { address: '127.0.0.1' }
  desk.web.feeds.workbench({ staff, check: async () => staff }, seen, screen, from)
  screen.open()
  await until(() => screen.swaps('inbox').length > 0)
  return screen
}
const ask = async (name: string, department: string) => {
  const form = { name, department, text: 'Hello', client_id: clientId() }
  const from = { address: '203.0.113.9', language: 'en' }
  const started = await start(desk.desk, null, form, from)
  if (isProblem(started)) throw new Error(started.reason)
  return started.conversation
}
const newest = (screen: Screen, id: string) => screen.swaps(id).at(-1) ?? ''

test('a department that is made while pages are open is heard by them', async () => {
  const ana = await hire(desk, 'Ana')
  await goOnDuty(desk, ana)
  const held = await ask('Vera', 'support')
  await until(async () => (await desk.desk.store.conversations.find(held))?.agent === ana.id)
  const olga: Staff = { ...ana, role: 'admin' }
  const [admin, room] = [await bench(olga), await bench(ana, held)]
  await until(() => newest(room, 'room-head').includes('transfer'))
  expect(newest(room, 'room-head')).not.toContain('Billing')

  const billing = await createDepartment(desk.desk, { name: 'Billing' })
  if (isProblem(billing)) throw new Error(billing.reason)
  // Who hands over can choose it.
  await until(() => newest(room, 'room-head').includes(`department:${billing}`))
  // Nobody answers there: who asks waits in its line, which the admin sees.
  const waits = await ask('Vito', billing)
  await until(() => admin.inbox.includes(`c-${waits}`))
  expect(admin.inbox).toContain('Billing')

  // Another name for it is heard as well.
  expect(await renameDepartment(desk.desk, billing, { name: 'Invoices' })).toBeNull()
  await until(() => admin.inbox.includes('Invoices'))
  await until(() => newest(room, 'room-head').includes('Invoices'))

  // One that is removed can be chosen no more.
  const kiosk = await createDepartment(desk.desk, { name: 'Kiosk' })
  await until(() => newest(room, 'room-head').includes('Kiosk'))
  expect(await removeDepartment(desk.desk, String(kiosk))).toBeNull()
  await until(() => !newest(room, 'room-head').includes('Kiosk'))
  expect(newest(room, 'room-head')).toContain('Invoices')
})

test('the default department stands first in the form, as soon as it is chosen', async () => {
  const choices = async () =>
    (await desk.web.reads.departments.choices('en')).map(({ name }) => name)
  for (const name of ['Advice', 'Warranty']) await createDepartment(desk.desk, { name })
  const warranty = (await desk.desk.store.departments.all()).find(({ name }) => name === 'Warranty')
  const amir = await hire(desk, 'Amir')
  await goOnDuty(desk, amir)
  await until(async () => (await choices())[0] === 'Support')
  await chooseDefault(desk.desk, warranty?.id ?? '')
  await until(async () => (await choices())[0] === 'Warranty', 1000)
})

test('who reconnects is there, and who may not answer makes no department one to choose', async () => {
  const returns = await createDepartment(desk.desk, { name: 'Returns' })
  const repairs = await createDepartment(desk.desk, { name: 'Repairs' })
  if (isProblem(returns) || isProblem(repairs)) throw new Error('they cannot be made')
  const choices = async () =>
    (await desk.web.reads.departments.choices('en')).filter(({ name }) => /^Re/.test(name))
  expect(await choices()).toEqual([])
  const bea = await hire(desk, 'Bea')
  await changeAgent(desk.desk, bea.id, { departments: [repairs], mayReply: false })
  const ben = await hire(desk, 'Ben')
  await changeAgent(desk.desk, ben.id, { departments: [returns] })
  const shown = (staffed: boolean) => [
    { id: returns, name: 'Returns', names: { en: 'Returns', zh: 'Returns' }, staffed },
  ]
  const fresh = async () => {
    desk.web.reads.departments.invalidate()
    return choices()
  }
  expect(await fresh()).toEqual(shown(false))
  // On duty, and their connection is lost: they have their time to come back.
  expect(await setStatus(desk.desk, ben, { status: 'ready' })).toBeNull()
  expect((await desk.desk.store.agents.find(ben.id))?.present).toBe(false)
  // The department hears of it by mail.
  await until(async () => Bun.deepEquals(await fresh(), shown(true)), 1000)
})
