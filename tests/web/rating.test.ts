import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { systemClock } from '../../src/clock'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { say } from '../../src/commands/conversations/say'
import { paths } from '../../views/paths'
import { clientId, hire, openTestDesk, type TestDesk, until } from '../support/desk'
import { actionsOf, beginChat, hidden, saidOn, type Tab } from './tab'

const { chat } = paths
const HOUR = 3_600_000
let desk: TestDesk
let ana: Staff
let later = 0

beforeAll(async () => {
  desk = await openTestDesk({ clock: { ...systemClock, now: () => Date.now() + later } })
  ana = await hire(desk, 'Ana', 50)
  await setStatus(desk.desk, ana, { status: 'away' })
})
afterAll(() => desk.close())

const begin = (...asked: [text?: string, name?: string]) => beginChat(desk, ...asked)
/** The same, taken and answered by Ana, who is away and takes nothing else. */
const beginAnswered = async (): Promise<Tab> => {
  const tab = await begin()
  const [newest] = (await desk.desk.store.conversations.open('', 1_000)).slice(-1)
  const id = newest?.id ?? ''
  expect(await claim(desk.desk, ana, id)).toBeNull()
  await until(async () => (await desk.desk.store.conversations.find(id))?.agent === ana.id)
  const answer = { text: 'Good morning to you', client_id: clientId() }
  expect(isProblem(await say(desk.desk, ana, id, answer, { address: '127.0.0.1' }))).toBe(false)
  return tab
}
/** The stars that are lit. */
const litOn = ({ text }: { text: string }) =>
  [...text.matchAll(/<input type="radio" name="stars" value="(\d)" checked/g)].map(([, n]) => n)

test('ends it, rates it, goes on with it, and begins anew', async () => {
  const tab = await beginAnswered()
  const ended = await tab.submit(chat.closure)
  expect(actionsOf(ended)).toContain(chat.rating)
  expect(actionsOf(ended)).not.toContain(chat.messages)
  const rated = await tab.submit(chat.rating, { stars: '4', comment: 'Thank you' })
  expect(litOn(rated)).toEqual(['4'])
  expect(rated.text).not.toContain('name="comment"')
  const twice = await tab.post(chat.rating, { stars: '4', comment: 'And quick' })
  expect(twice.status).toBe(409)
  expect(twice.text).toContain('You have rated this chat already')
  const other = await tab.submit(chat.rating, { stars: '1' })
  expect(litOn(other)).toEqual(['1'])
  const told = other.text.match(/(?<=class="body"[^>]*>)You gave[^<]*/g)
  expect(told).toEqual(['You gave 1 of 5 stars. Thank you! “Thank you”'])
  const open = await tab.submit(chat.reopening)
  await tab.submit(chat.closure)
  const starred = await tab.submit(chat.rating, { stars: '4' })
  expect(litOn(starred)).toEqual(['4'])
  expect(starred.text).toContain('name="comment"')
  const worded = await tab.submit(chat.rating, { stars: '4', comment: 'Kind' })
  expect(worded.text).not.toContain('name="comment"')
  await tab.submit(chat.reopening)
  expect(actionsOf(open)).toContain(chat.messages)
  await tab.submit(chat.closure)
  const anew = await tab.get(chat.again)
  expect(actionsOf(anew)).toContain(chat.page)
  expect(saidOn(anew)).toEqual([])
  const form = { text: 'Something else', client_id: hidden(anew, 'client_id') }
  expect(saidOn(await tab.submit(chat.page, form))).toEqual(['Something else'])
})

test('a chat is rated for a week, and the form for it is there as long as the talk is', async () => {
  const tab = await beginAnswered()
  await tab.submit(chat.closure)
  later = 23 * HOUR
  expect(actionsOf(await tab.get(chat.page))).toContain(chat.rating)
  later = 25 * HOUR
  expect(actionsOf(await tab.get(chat.page))).not.toContain(chat.rating)
  later = 7 * 24 * HOUR - 60_000
  expect((await tab.post(chat.rating, { stars: '4' })).status).toBe(303)
  later = 7 * 24 * HOUR + 60_000
  expect((await tab.post(chat.rating, { stars: '5' })).status).toBe(409)
  later = 0
})
