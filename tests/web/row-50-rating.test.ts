import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { say } from '../../src/commands/conversations/say'
import { configureDepartment } from '../../src/commands/departments/configure'
import { paths } from '../../views/paths'
import { clientId, hire, openTestDesk, type TestDesk, until } from '../support/desk'
import { askOf, signIn } from './ask'
import { actionsOf, beginChat, type Tab } from './tab'

const { chat } = paths
let desk: TestDesk
let ana: Staff
let cookie: string

beforeAll(async () => {
  desk = await openTestDesk()
  ana = await hire(desk, 'Ana', 50)
  await setStatus(desk.desk, ana, { status: 'away' })
  cookie = await signIn(askOf(desk), 'Ana')
})
afterAll(() => desk.close())

const beginSolved = async (): Promise<{ tab: Tab; id: string; solve: () => Promise<void> }> => {
  const tab = await beginChat(desk)
  const [newest] = (await desk.desk.store.conversations.open('', 1_000)).slice(-1)
  const id = newest?.id ?? ''
  const solve = async () => {
    expect(await claim(desk.desk, ana, id)).toBeNull()
    await until(async () => (await desk.desk.store.conversations.find(id))?.state === 'active')
    await say(desk.desk, ana, id, { text: 'Done', client_id: clientId() }, { address: '::1' })
    await tab.submit(chat.closure)
  }
  await solve()
  return { tab, id, solve }
}
const roomOf = async (id: string) =>
  (await askOf(desk)('GET', paths.workbench.conversation(id), { cookie })).text

/** A form that ticks several boxes, as a browser sends it. */
const rateWith = (tab: Tab, tags: string[], form: Record<string, string>) =>
  desk.request(chat.rating, {
    method: 'POST',
    body: new URLSearchParams([...Object.entries(form), ...tags.map((tag) => ['tags', tag])]),
    headers: {
      ...{ Host: 'desk.test', 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' },
      Cookie: [...tab.jar].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  })

test('each time it is solved it is rated, with what fits the stars, and the desk reads it', async () => {
  const { tab, id, solve } = await beginSolved()
  const page = await tab.get(chat.page)
  expect(page.text).toContain('name="tags" value="Friendly"')
  expect(page.text).toContain('name="tags" value="Not solved"')
  const rated = await rateWith(tab, ['Quick', 'Slow'], { stars: '5', comment: 'Thanks' })
  expect(rated.status).toBe(303)
  expect(await roomOf(id)).toContain('Rated 5 of 5 stars (Quick): “Thanks”')
  await tab.submit(chat.reopening)
  await solve()
  expect(actionsOf(await tab.get(chat.page))).toContain(chat.rating)
  expect((await rateWith(tab, ['Slow'], { stars: '1' })).status).toBe(303)
  expect((await desk.desk.store.conversations.find(id))?.stars).toBe(1)
  // The first solve keeps its own.
  const room = await roomOf(id)
  expect(room).toContain('Rated 5 of 5 stars (Quick): “Thanks”')
  expect(room).toContain('Rated 1 of 5 stars (Slow)')
})

test('the same again is done, and what nobody offers is refused', async () => {
  const { tab, id } = await beginSolved()
  const version = async () => (await desk.desk.store.turns.load(`conversation:${id}`))?.version
  await rateWith(tab, ['Friendly'], { stars: '4' })
  const before = await version()
  expect((await rateWith(tab, ['Friendly'], { stars: '4' })).status).toBe(303)
  expect(await version()).toBe(before)
  const unknown = await rateWith(tab, ['<b>Rude</b>'], { stars: '4', comment: 'My words' })
  expect(unknown.status).toBe(422)
  expect(await unknown.text()).toContain('My words')
  for (const stars of ['0', '6', '4.5', ''])
    expect((await rateWith(tab, [], { stars })).status).toBe(422)
})

test('what there is to press is the office’s own, in each language', async () => {
  const { tab } = await beginSolved()
  const [department] = await desk.desk.store.departments.all()
  const changes = { praiseEn: 'Warm welcome\n\n Warm  welcome ', praiseZh: '热情', blameEn: '' }
  expect(await configureDepartment(desk.desk, department?.id ?? '', changes)).toBeNull()
  const shown = await until(async () => {
    const { text } = await tab.get(chat.page)
    return text.includes('Warm welcome') ? text : ''
  })
  expect(shown.match(/value="Warm welcome"/g)).toHaveLength(1)
  expect(shown).not.toContain('value="Friendly"')
  expect(shown).not.toContain('class="remarks blame"')
  await tab.post(paths.language, { language: 'zh', next: chat.page })
  expect((await tab.get(chat.page)).text).toContain('value="热情"')
})
