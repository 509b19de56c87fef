import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { systemClock } from '../../src/clock'
import { hireAgent } from '../../src/commands/agents/hire'
import { createDepartment } from '../../src/commands/departments/create'
import { paths } from '../../views/paths'
import { openTestDesk, PASSWORD, type TestDesk, until } from '../support/desk'
import { withQuickPasswords } from '../support/quick-passwords'
import { hidden, openTab, saidOn, type Tab } from './tab'

const { chat, workbench, session } = paths
const HOUR_MS = 3_600_000
const ACCEPT_MS = 40_000

let desk: TestDesk
/** How far the desk's clock is ahead, ms. */
let ahead = 0
beforeAll(async () => {
  const { now, ticks } = systemClock
  const clock = { ...systemClock, now: () => now() + ahead, ticks: () => ticks() + ahead }
  desk = await openTestDesk({ clock })
})
afterEach(() => {
  ahead = 0
})
afterAll(() => desk.close())

const open = async (name: string, more: object = {}): Promise<string> => {
  const id = await createDepartment(desk.desk, { name, ...more })
  if (isProblem(id)) throw new Error(id.reason)
  return id
}

/** A colleague with a place in these departments, signed in. */
const hire = async (name: string, departments: string[]): Promise<Tab> => {
  const email = `${name.toLowerCase()}@desk.test`
  const made = await hireAgent(
    withQuickPasswords(desk.desk),
    { email, name, password: PASSWORD },
    { departments },
  )
  if (isProblem(made)) throw new Error(made.reason)
  const tab = openTab(desk)
  await tab.post(session.signIn, { email, password: PASSWORD })
  return tab
}

/** A visitor asks a department: the id of the conversation, as the desk has it. */
const ask = async (tab: Tab, department: string, text: string): Promise<string> => {
  const form = { department, text, client_id: hidden(await tab.get(chat.again), 'client_id') }
  expect(saidOn(await tab.submit(chat.page, form))).toEqual([text])
  const find = async () =>
    (await desk.desk.store.conversations.lineHeads([department], 50, 0))[0]?.rows.at(-1)?.id
  return until(find)
}

test('earlier conversations are named only to colleagues who may see them', async () => {
  const [support, secret] = [await open('Help'), await open('Complaints')]
  const ana = await hire('Ana', [support])
  const amir = await hire('Amir', [support, secret])
  const vera = openTab(desk)
  const before = await ask(vera, secret, 'It is about a colleague of yours')
  await vera.submit(chat.closure)
  const now = await ask(vera, support, 'Where is my parcel?')
  const room = workbench.conversation(now)
  for (const [tab, named] of [
    [ana, false],
    [amir, true],
  ] as const) {
    const { status, text } = await tab.get(room)
    expect(status).toBe(200)
    expect(text).toContain('Where is my parcel?')
    expect(text.includes(workbench.conversation(before))).toBe(named)
    expect(text.includes('It is about a colleague of yours')).toBe(named)
  }
})

test('who is at work stays signed in past the idle limit, who is away for so long does not', async () => {
  const department = await open('Night shift')
  const [works, rests] = [await hire('Wei', [department]), await hire('Olga', [department])]
  const statusOf = async (tab: Tab) => (await tab.get(workbench.page)).status
  for (const hours of [0, 8, 16, 24]) {
    ahead = hours * HOUR_MS
    expect({ hours, status: await statusOf(works) }).toEqual({ hours, status: 200 })
  }
  expect(await statusOf(rests)).toBe(303)
})

test('an offer is to be answered within its time, counted from when it rang', async () => {
  const timings = { patience: 60_000, accept: ACCEPT_MS, silence: 600_000 }
  const department = await open('Sales', { acceptance: 'manual', ...timings })
  const ida = await hire('Ida', [department])
  await ida.post(workbench.status, { status: 'ready' })
  await ask(openTab(desk), department, 'Is the blue one in stock?')
  /** What is left on the card, ms. */
  const left = async () => {
    const { text } = await ida.get(workbench.page)
    return Number(/class="offer-clock">.*?data-left="(-?\d+)"/s.exec(text)?.[1] ?? Number.NaN)
  }
  const whole = await until(left)
  expect(whole).toBeWithin(ACCEPT_MS - 10_000, ACCEPT_MS + 1)
  ahead = 15_000
  expect(await left()).toBeWithin(whole - 25_000, whole - 15_000 + 1)
})
