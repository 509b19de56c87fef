import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { systemClock } from '../../src/clock'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { say } from '../../src/commands/conversations/say'
import { paths } from '../../views/paths'
import { clientId, hire, openTestDesk, type TestDesk, until } from '../support/desk'
import { actionsOf, beginChat, hidden, openTab, saidOn, type Tab } from './tab'

const { chat } = paths
const HOUR_MS = 3_600_000
let desk: TestDesk
let ana: Staff
let later = 0

beforeAll(async () => {
  desk = await openTestDesk({ clock: { ...systemClock, now: () => Date.now() + later } })
  ana = await hire(desk, 'Ana', 50)
  await setStatus(desk.desk, ana, { status: 'away' })
})
afterAll(() => desk.close())

const beginAgain = async (tab: Tab, text: string) => {
  const form = { text, client_id: hidden(await tab.get(chat.again), 'client_id') }
  return tab.submit(chat.page, form)
}
const pastOf = async (tab: Tab) =>
  [...(await tab.get(chat.past)).text.matchAll(/href="\/chat\/past\/([\w-]+)"/g)].map(
    ([, id = '']) => id,
  )

test('reads earlier chats without a script, and goes on with one of them', async () => {
  const vera = await beginChat(desk, 'The lamp is dark')
  expect(await pastOf(vera)).toEqual([])
  await vera.submit(chat.closure)
  expect((await vera.get(chat.page)).text).toContain(`href="${chat.past}"`)
  expect((await vera.get(chat.again)).text).toContain(`href="${chat.past}"`)
  await beginAgain(vera, 'The chair is loose')
  await vera.submit(chat.closure)
  const [chair = '', lamp = '', ...none] = await pastOf(vera)
  expect(none).toEqual([])
  const read = await vera.get(chat.pastOne(lamp))
  expect(saidOn(read)).toEqual(['The lamp is dark'])
  expect(actionsOf(read)).toContain(chat.pastReopening(lamp))
  const on = await vera.submit(chat.pastReopening(lamp), { seq: hidden(read, 'seq') })
  expect(on.to).toBe(chat.page)
  expect(saidOn(on)).toEqual(['The lamp is dark'])
  expect(actionsOf(on)).toContain(chat.messages)
  // One at a time: the other one is read, and waits.
  expect(await pastOf(vera)).toEqual([chair])
  const meanwhile = await vera.get(chat.pastOne(chair))
  expect(actionsOf(meanwhile)).not.toContain(chat.pastReopening(chair))
  const refused = await vera.post(chat.pastReopening(chair))
  expect(refused.status).toBe(409)
  expect(saidOn(await vera.get(chat.page))).toEqual(['The lamp is dark'])
  await vera.submit(chat.closure)
  expect(saidOn(await vera.submit(chat.pastReopening(chair)))).toEqual(['The chair is loose'])
})

test('who has none yet is offered none', async () => {
  const vito = openTab(desk)
  for (let visits = 0; visits < 2; visits += 1)
    expect((await vito.get(chat.page)).text).not.toContain(`href="${chat.past}"`)
})

test('another visitor’s are not there, whatever is asked of them', async () => {
  const vera = await beginChat(desk, 'My secret')
  await vera.submit(chat.closure)
  const [id = ''] = await pastOf(vera)
  const vito = await beginChat(desk, 'Mine', 'Vito')
  expect((await vera.get(chat.pastOne(id))).status).toBe(200)
  for (const { status, text } of [
    await vito.get(chat.pastOne(id)),
    await vito.get(chat.pastOne(id), { accept: 'json' }),
    await vito.post(chat.pastReopening(id)),
    await vito.post(chat.pastRating(id), { stars: '1' }),
    await openTab(desk).get(chat.pastOne(id)),
    await vito.get(chat.pastOne('nobody')),
  ]) {
    expect(status).toBe(404)
    expect(text).not.toContain('My secret')
  }
  expect(await pastOf(vito)).toEqual([])
})

test('goes on within a day and rates within a week, whatever was begun since', async () => {
  const vera = await beginChat(desk, 'A question')
  const [newest] = (await desk.desk.store.conversations.open('', 1_000)).slice(-1)
  const id = newest?.id ?? ''
  expect(await claim(desk.desk, ana, id)).toBeNull()
  await until(async () => (await desk.desk.store.conversations.find(id))?.agent === ana.id)
  const answer = { text: 'An answer', client_id: clientId() }
  await say(desk.desk, ana, id, answer, { address: '127.0.0.1' })
  await vera.submit(chat.closure)
  await beginAgain(vera, 'Another question')
  later = 25 * HOUR_MS
  const old = await vera.get(chat.pastOne(id))
  expect(saidOn(old)).toEqual(['A question', 'An answer'])
  expect(actionsOf(old)).not.toContain(chat.pastReopening(id))
  await vera.submit(chat.closure)
  expect((await vera.post(chat.pastReopening(id))).status).toBe(409)
  expect((await vera.submit(chat.pastRating(id), { stars: '5' })).to).toBe(chat.pastOne(id))
  expect((await desk.desk.store.conversations.find(id))?.stars).toBe(5)
  later = 0
})

test('pages them by where each ended', async () => {
  const vera = await beginChat(desk, 'Chat 0')
  await vera.post(chat.closure)
  for (let n = 1; n < 22; n += 1) {
    await beginAgain(vera, `Chat ${n}`)
    await vera.post(chat.closure)
  }
  const first = await vera.get(chat.past)
  const further = /href="(\/chat\/past\?until=[^"]+)"/.exec(first.text)?.[1] ?? ''
  const second = await vera.get(further)
  const linesOf = ({ text }: { text: string }) =>
    [...text.matchAll(/class="past-words">([^<]*)</g)].map(([, words]) => words)
  const all = [...linesOf(first), ...linesOf(second)]
  expect(linesOf(first)).toHaveLength(20)
  expect(all).toEqual(Array.from({ length: 22 }, (_, n) => `Chat ${21 - n}`))
  expect(second.text).not.toContain('?until=')
})
