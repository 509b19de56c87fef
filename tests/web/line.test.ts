import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { end } from '../../src/commands/conversations/end'
import { start } from '../../src/commands/visitors/start'
import { paths } from '../../views/paths'
import type { List } from '../../views/workbench/inbox/lists'
import { Screen } from '../feeds/page'
import { putDepartment } from '../support/departments'
import { clientId, hire, openTestDesk, type TestDesk, until } from '../support/desk'
import { type Ask, askOf, signIn } from './ask'

/** Who waits in the one department, and in the other that Ana answers for too. */
const [SUPPORT, BILLING] = [116, 3]

let desk: TestDesk
let ask: Ask
let ana: Staff
let cookie: string
let billing: string
const waiting: { conversation: string; visitor: string }[] = []
beforeAll(async () => {
  desk = await openTestDesk()
  billing = await putDepartment(desk.desk, { id: desk.desk.clock.id(), name: 'Billing' })
  const all = await desk.desk.store.departments.all()
  billing = all.find(({ name }) => name === 'Billing')?.id ?? ''
  ana = await hire(desk, 'Ana')
  ask = askOf(desk)
  for (let n = 0; n < SUPPORT + BILLING; n++) {
    const department = n < SUPPORT ? 'support' : billing
    const form = { name: `Vera ${n}`, text: 'Hello', department, client_id: clientId() }
    const about = { address: '203.0.113.9', language: 'en' }
    const started = await start(desk.desk, null, form, about)
    if (isProblem(started)) throw new Error(started.reason)
    waiting.push(started)
  }
  cookie = await signIn(ask, 'Ana')
  await until(async () => {
    const heads = await desk.desk.store.conversations.lineHeads(['support', billing], 0, 0)
    return heads.every(({ count }, n) => count === [SUPPORT, BILLING][n])
  })
})
afterAll(() => desk.close())

const { workbench } = paths
const get = async (path: string) => (await ask('GET', path, { cookie })).text
const rowsOn = (html: string) => [...html.matchAll(/<li id="c-([\w-]+)"/g)].map(([, id]) => id)
const placesOn = (html: string) =>
  [...html.matchAll(/data-place="(\d+)"/g)].map(([, place]) => Number(place))
const listsOn = (html: string) =>
  [...html.matchAll(/href="(\/workbench\?view=line[^"]*)"/g)].map(([, to = '']) =>
    to.replaceAll('&amp;', '&'),
  )

test('everybody who waits is reached by links, however many they are', async () => {
  const [seen, ways] = [new Set<string>(), [workbench.page as string]]
  const visited = new Set<string>()
  for (let way = ways.shift(); way !== undefined && visited.size < 20; way = ways.shift()) {
    if (visited.has(way)) continue
    visited.add(way)
    const html = await get(way)
    for (const id of rowsOn(html)) seen.add(id ?? '')
    ways.push(...listsOn(html))
  }
  expect([...seen].toSorted()).toEqual(waiting.map(({ conversation }) => conversation).toSorted())
})

test('the first of each department is shown, though others have waited for longer', async () => {
  const firsts = [waiting[0], waiting[SUPPORT]].map((one) => one?.conversation)
  for (const list of [{ view: 'mine' }, { view: 'line' }] as const)
    expect(rowsOn(await get(workbench.list(list)))).toEqual(expect.arrayContaining(firsts))
  expect(await get(workbench.page)).toContain(`${SUPPORT + BILLING - 6} more in the queue`)
  expect(await get(workbench.list({ view: 'line' }))).toContain('Billing: 2 more in the queue')
})

test('one department alone is paged by places, forwards and back', async () => {
  const of = (from?: number): List => ({ view: 'line', department: 'support', from })
  const [first, second, third] = await Promise.all(
    [of(), of(51), of(101)].map((list) => get(workbench.list(list))),
  )
  const from = (place: number, rows: number) => Array.from({ length: rows }, (_, n) => place + n)
  expect(placesOn(first ?? '')).toEqual(from(1, 50))
  expect(placesOn(second ?? '')).toEqual(from(51, 50))
  expect(placesOn(third ?? '')).toEqual(from(101, 16))
  expect(second).toContain('16 more in the queue')
  expect(listsOn(second ?? '')).toContain(workbench.list(of(101)))
  expect(listsOn(third ?? '')).toContain(workbench.list(of(51)))
  // A place that is none begins the page it is on, one behind the end shows the way back.
  expect(placesOn(await get(workbench.list(of(77))))).toEqual(from(51, 50))
  const beyond = await get(workbench.list(of(151)))
  expect([placesOn(beyond), listsOn(beyond)]).toEqual([
    [],
    expect.arrayContaining([workbench.list(of(101))]),
  ])
  // What cannot be chosen is not: all lines as one.
  for (const department of ['nowhere', "x' or 1=1"])
    expect(rowsOn(await get(`/workbench?view=line&department=${department}`))).toHaveLength(51)
})

test('a page further back follows the line', async () => {
  const screen = new Screen()
  const reader = { audience: 'desk', language: 'en', zone: 'UTC', viewer: ana.id } as const
  const list: List = { view: 'line', department: 'support', from: 51 }
  const seen = { reader, list, selected: null, room: null }
  const session = { staff: ana, check: async () => ana }
  desk.web.feeds.workbench(session, seen, screen, { address: '127.0.0.1' })
  screen.open()
  const shown = (): string[] => screen.inbox.match(/id="c-[\w-]+"/g) ?? []
  await until(() => shown().length === 50)
  const [before] = shown()
  const [first] = waiting
  const vera = { kind: 'visitor', id: first?.visitor ?? '' } as const
  await end(desk.desk, vera, first?.conversation ?? '')
  await until(() => shown()[0] !== before)
  const wanted = waiting.slice(51, 101).map(({ conversation }) => `id="c-${conversation}"`)
  expect(shown()).toEqual(wanted)
  await until(() => screen.inbox.includes('15 more in the queue'))
  screen.leave()
})
