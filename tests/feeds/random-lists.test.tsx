import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff, Visitor } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { accept, decline } from '../../src/commands/agents/answer-offer'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { deedsBeside } from '../../src/commands/conversations/beside'
import { end } from '../../src/commands/conversations/end'
import { rate } from '../../src/commands/conversations/rate'
import { reopen } from '../../src/commands/conversations/reopen'
import { say } from '../../src/commands/conversations/say'
import { transfer } from '../../src/commands/conversations/transfer'
import { createDepartment } from '../../src/commands/departments/create'
import { renameDepartment } from '../../src/commands/departments/rename'
import { start } from '../../src/commands/visitors/start'
import { readLists } from '../../src/reads/inbox'
import { InboxList } from '../../views/workbench/inbox/list'
import type { List } from '../../views/workbench/inbox/lists'
import { clientId, goOnDuty, hire, openTestDesk, type TestDesk, until } from '../support/desk'
import { Screen } from './page'

const STEPS = 72
/** Between two looks at all the pages. */
const STEPS_EACH = 6
const from = { address: '203.0.113.9', language: 'en' }

let desk: TestDesk
let staff: Staff[]
const departments = ['support']
const talks: { conversation: string; person: Visitor }[] = []
beforeAll(async () => {
  desk = await openTestDesk()
  const made = await createDepartment(desk.desk, { name: 'Billing', acceptance: 'manual' })
  if (isProblem(made)) throw new Error(made.reason)
  departments.push(made)
  staff = [await hire(desk, 'Ana', 3), await hire(desk, 'Amir', 2)]
  for (const each of staff) await goOnDuty(desk, each)
})
afterAll(() => desk.close())

/** The same walk each time, so that what went wrong goes wrong again. */
let seed = 20_261
const random = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((seed / 2_147_483_648) * below)
}
const oneOf = <One,>(all: readonly One[]): One => all[random(all.length)] as One

type Page = { who: Staff; list: List; selected: string | null; screen: Screen }

const open = (who: Staff, list: List, selected: string | null = null): Page => {
  const screen = new Screen()
  const reader = { audience: 'desk', language: 'en', zone: 'UTC', viewer: who.id } as const
  const check = async () => who
  const seen = { reader, list, selected, room: null }
  desk.web.feeds.workbench({ staff: who, check }, seen, screen, { address: '127.0.0.1' })
  return { who, list, selected, screen: screen.open() }
}

/** How the list of a page that is asked for now looks. */
const fresh = async ({ who, list, selected }: Page): Promise<string> => {
  const lists = await readLists(desk.web.reads, who, list)
  const status = (await desk.desk.store.agents.find(who.id))?.status ?? 'off'
  const eyes = { language: 'en', zone: 'UTC', me: who.id, selected, now: Date.now() } as const
  return String(<InboxList {...eyes} {...lists} status={status} />)
}

/** What a list says, without the clocks that go on in it. */
const still = (html: string) => html.replace(/<time class="stopwatch".*?<\/time>/g, '<time>')

const begin = async () => {
  const name = oneOf(['Vera', 'Vito', 'Wang', ''])
  const form = { name, text: 'Hello', department: oneOf(departments), client_id: clientId() }
  const started = await start(desk.desk, null, form, from)
  if (isProblem(started)) throw new Error(started.reason)
  const person: Visitor = { kind: 'visitor', id: started.visitor }
  talks.push({ conversation: started.conversation, person })
}

const snooze = (id: string, until: string) =>
  deedsBeside.snooze.run(desk.desk, oneOf(staff), id, { until }, from)

/** What people do, whether it is possible just then or not. */
const acts: (() => Promise<unknown>)[] = [
  begin,
  begin,
  begin,
  () => setStatus(desk.desk, oneOf(staff), { status: oneOf(['ready', 'ready', 'away', 'off']) }),
  () => renameDepartment(desk.desk, departments[1] ?? '', { name: `Billing ${random(3)}` }),
  ...[
    (id: string, person: Visitor) =>
      say(desk.desk, person, id, { text: `And ${random(99)}?`, client_id: clientId() }, from),
    (id: string) =>
      say(desk.desk, oneOf(staff), id, { text: 'Well.', client_id: clientId() }, from),
    (id: string) => claim(desk.desk, oneOf(staff), id),
    (id: string) => accept(desk.desk, oneOf(staff), id),
    (id: string) => decline(desk.desk, oneOf(staff), id),
    (id: string) => transfer(desk.desk, oneOf(staff), id, { to: `agent:${oneOf(staff).id}` }),
    (id: string) =>
      transfer(desk.desk, oneOf(staff), id, { to: `department:${oneOf(departments)}` }),
    (id: string) => snooze(id, oneOf(['1h', 'reply', ''])),
    (id: string) => end(desk.desk, oneOf(staff), id),
    (id: string, person: Visitor) => end(desk.desk, person, id),
    (id: string, person: Visitor) => rate(desk.desk, person, id, { stars: '4' }),
    (id: string, person: Visitor) => reopen(desk.desk, person, id),
  ].map((act) => async () => {
    const { conversation, person } = oneOf(talks.slice(-12))
    await act(conversation, person)
  }),
]

test('live lists are the lists of a page that is asked for anew, whatever happened', async () => {
  for (let n = 0; n < 8; n++) await begin()
  const selected = talks[0]?.conversation ?? null
  const admin: Staff = { ...(staff[0] as Staff), role: 'admin' }
  const lists: List[] = [
    ...(['mine', 'line', 'closed', 'snoozed', 'team'] as const).map((view) => ({ view })),
    { view: 'line', department: departments[1] },
  ]
  const pages = lists.flatMap((list) => [
    ...staff.map((who) => open(who, list, selected)),
    open(admin, list),
  ])
  await until(() => pages.every(({ screen }) => screen.swaps('inbox').length === 1))
  for (let step = 1; step <= STEPS; step++) {
    await oneOf(acts)()
    if (step % STEPS_EACH > 0) continue
    for (const page of pages)
      await until(async () => still(page.screen.inbox) === still(await fresh(page)), 6_000).catch(
        async () => expect(still(page.screen.inbox)).toBe(still(await fresh(page))),
      )
  }
  // None of it was brought as a whole list again.
  expect(pages.map(({ screen }) => screen.swaps('inbox').length)).toEqual(pages.map(() => 1))
  for (const { screen } of pages) screen.leave()
}, 120_000)
