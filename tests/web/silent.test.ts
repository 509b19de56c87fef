import { afterEach, beforeEach, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { openTestClock, type TestClock } from '../support/clock'
import { hire, openTestDesk, type TestDesk, visit } from '../support/desk'
import { type Ask, askOf, signIn } from './ask'

const { workbench } = paths

let testClock: TestClock
let desk: TestDesk
let ask: Ask
beforeEach(async () => {
  testClock = openTestClock()
  desk = await openTestDesk({ clock: testClock.clock })
  ask = askOf(desk)
})
afterEach(() => desk.close())

const rowOf = async (conversation: string) => {
  const row = await desk.desk.store.conversations.find(conversation)
  return { state: row?.state, agent: row?.agent ?? null }
}

/** How browsers say that they show what they ask for: by https, or by plain http. */
const browsers = {
  'by Fetch Metadata': (dest: string) => ({
    'Sec-Fetch-Site': 'same-origin',
    'Sec-Fetch-Dest': dest,
  }),
  'on plain http': () => ({ 'Upgrade-Insecure-Requests': '1' }),
}

/** Ana is on duty without a script, and holds what Vera asked. */
const workWithoutScript = async (headersOf: (dest: string) => Record<string, string>) => {
  const ana = await hire(desk, 'Ana')
  const cookie = await signIn(ask, 'Ana')
  const { conversation: held } = await visit(desk, 'Vera')
  await ask('POST', workbench.status, {
    cookie,
    form: { status: 'ready' },
    headers: headersOf('document'),
  })
  const look = async (path: string, dest: string) =>
    (await ask('GET', path, { cookie, headers: headersOf(dest) })).status
  expect(await look(workbench.page, 'document')).toBe(200)
  await testClock.until(async () => (await rowOf(held)).agent === ana.id)
  return { ana, held, cookie, look }
}

const looks = [
  { what: 'lists', path: () => workbench.page, dest: 'document', everyMs: 10_000, goneMs: 25_000 },
  {
    ...{ what: 'an open room', path: (id: string) => workbench.tail(id, 0), dest: 'iframe' },
    ...{ everyMs: 3_000, goneMs: 11_000 },
  },
]
const ways = Object.entries(browsers).flatMap(([by, headersOf]) =>
  looks.map((look) => ({ by, headersOf, ...look })),
)

test.each(ways)(
  'whoever had $what before them and stands still gets nobody new: $by',
  async ({ headersOf, path, dest, everyMs, goneMs }) => {
    const { ana, held, look } = await workWithoutScript(headersOf)
    for (let n = 0; n < 5; n++) {
      expect(await look(path(held), dest)).toBe(200)
      await testClock.pass(everyMs)
    }
    const present = async () => (await desk.desk.store.agents.find(ana.id))?.present
    expect(await present()).toBe(true)
    // Given to her while nobody can know: it goes back with the rest.
    const { conversation: given } = await visit(desk, 'Vito')
    await testClock.until(async () => (await rowOf(given)).agent === ana.id)
    await testClock.until(async () => !(await present()), goneMs - everyMs + 1_000)

    const { conversation: late } = await visit(desk, 'Vanya')
    await testClock.pass(5_000)
    expect(await rowOf(late)).toEqual({ state: 'waiting', agent: null })
    await testClock.pass(75_000 - goneMs - 5_000)
    expect((await desk.desk.store.agents.find(ana.id))?.status).toBe('away')
    for (const conversation of [held, given, late])
      expect((await rowOf(conversation)).agent).toBeNull()
    const [department = ''] = ana.departments
    const { line } = await desk.desk.store.turns.reads({ department, line: 9, conversation: null })
    expect(line.map(({ conversation }) => conversation)).toEqual([held, given, late])
  },
)

test('whoever asks by hand is there for a minute', async () => {
  const { ana } = await workWithoutScript(() => ({}))
  await testClock.pass(55_000)
  const { conversation } = await visit(desk, 'Vito')
  await testClock.until(async () => (await rowOf(conversation)).agent === ana.id, 3_000)
})
