import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { changeAgent } from '../../src/commands/agents/change'
import { setStatus } from '../../src/commands/agents/status'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { until } from '../support/desk'
import { type Ask, askOf, json, signIn } from './ask'

const { workbench } = paths
let harness: FollowedDesk
let ask: Ask
let cookie: string
beforeAll(async () => {
  harness = await openFollowedDesk({ clock: systemClock, until })
  ask = askOf(harness.desk)
  cookie = await signIn(ask, 'Ana')
})
afterAll(() => harness.desk.close())

const snooze = (id: string, until: string, headers: Record<string, string> = {}, zone = '') =>
  ask('POST', workbench.snooze(id), {
    cookie: zone ? `${cookie}; zone=${zone}` : cookie,
    form: { until },
    headers,
  })
const rowOf = (id: string) => harness.store.conversations.row(id)
const listed = async (view: 'mine' | 'snoozed') => {
  const { text } = await ask('GET', workbench.list({ view }), { cookie })
  return { text, count: Number(/id="count-snoozed"[^>]*>(\d+)</.exec(text)?.[1]) }
}

describe('a snooze', () => {
  test('takes it out of "mine", counts it, and is over by hand, as a plain form', async () => {
    const { conversation: id } = await harness.talk()
    expect((await snooze(id, '2h')).status).toBe(303)
    expect((await listed('mine')).text).not.toContain(`id="c-${id}"`)
    const there = await listed('snoozed')
    expect([there.text.includes(`id="c-${id}"`), there.count]).toEqual([true, 1])
    expect((await snooze(id, '')).status).toBe(303)
    expect((await listed('snoozed')).count).toBe(0)
    expect((await rowOf(id))?.snooze).toBeNull()
  })

  test('is over when its visitor writes, and both lists hear of it', async () => {
    const { conversation: id, person } = await harness.talk()
    const mine = harness.bench(null, 0)
    await until(() => mine.has(`id="c-${id}"`))
    await snooze(id, 'reply')
    await until(() => mine.swaps('count-snoozed').some((html) => html.includes('>1<')))
    await harness.write(person, id, 'Here I am again')
    await until(async () => (await rowOf(id))?.snooze === null)
    await until(() => mine.has('Here I am again'))
    mine.leave()
  })

  test('whose visitor writes answers them with what they wrote, and nothing of colleagues', async () => {
    const { conversation: id, token } = await harness.talk()
    const write = async (clientId: string, headers: Record<string, string>) => {
      await snooze(id, 'reply')
      const form = { text: 'Are you there?', client_id: clientId }
      return ask('POST', paths.chat.messages, { cookie: `visitor=${token}`, form, headers })
    }
    const live = await write('woken-live', { 'HX-Request': 'true' })
    expect([live.status, live.text.includes('Are you there?')]).toEqual([201, true])
    expect(live.text).toContain('id="e-woken-live"')
    expect(live.text).not.toContain('notice')
    const told = await write('woken-told', json)
    expect(JSON.parse(told.text)).toMatchObject({ client_id: 'woken-told' })
  })

  test('wakes at its time by itself, and says so to colleagues alone', async () => {
    const { conversation: id, token } = await harness.talk()
    const mine = harness.bench(null, 0)
    await snooze(id, '1s')
    expect((await rowOf(id))?.snooze).not.toBeNull()
    await until(async () => (await rowOf(id))?.snooze === null)
    await until(() => mine.swaps('count-snoozed').at(-1)?.includes('>0<'))
    mine.leave()
    const page = await ask('GET', workbench.conversation(id), { cookie })
    expect(page.text).toContain('the time it was snoozed until has come')
    const chat = await ask('GET', paths.chat.page, { cookie: `visitor=${token}` })
    expect(chat.text).not.toContain('snoozed')
  })

  test('reads times by the clock of whoever asks', async () => {
    const { conversation: id } = await harness.talk()
    const year = new Date().getUTCFullYear() + 1
    const untilOf = async () => (await rowOf(id))?.snooze?.until
    await snooze(id, `${year}-01-02T09:00`, {}, 'Asia/Shanghai')
    expect(await untilOf()).toBe(Date.UTC(year, 0, 2, 1))
    await snooze(id, `${year}-01-02T09:00:00-05:00`)
    expect(await untilOf()).toBe(Date.UTC(year, 0, 2, 14))
    await snooze(id, 'tomorrow', {}, 'Asia/Kolkata')
    expect(new Date((await untilOf()) ?? 0).toISOString()).toContain('T03:30:00.000Z')
    await snooze(id, 'monday', {}, 'Asia/Kolkata')
    expect(new Date((await untilOf()) ?? 0).getUTCDay()).toBe(1)
  })

  test('to no time, to one that is over or years ahead, of one that nobody holds: one sentence', async () => {
    const { conversation: id } = await harness.talk()
    const bad = [
      'soon',
      '2026-02-30T09:00',
      '9:00',
      '2020-01-01T09:00',
      '900d',
      '99999999999d',
      '-2h',
    ]
    for (const until of bad) {
      const refused = await snooze(id, until, json)
      expect([until, refused.status]).toEqual([until, 422])
      expect(JSON.parse(refused.text).error).toMatchObject({ field: 'until' })
    }
    await ask('POST', workbench.closure(id), { cookie, form: {} })
    expect((await snooze(id, '2h', json)).status).toBe(409)
    expect((await snooze(id, '', json)).status).toBe(204)
  })

  test('takes no place, and comes back to who is full, who is told', async () => {
    const agent = async () => harness.store.agents.find(harness.ana.id)
    const { conversation: id } = await harness.talk()
    const before = (await agent())?.load ?? 0
    await snooze(id, 'reply')
    await until(async () => (await agent())?.load === before - 1)
    await changeAgent(harness.desk.desk, harness.ana.id, { capacity: before - 1 })
    await snooze(id, '')
    await until(async () => (await agent())?.load === before)
    const page = await ask('GET', workbench.page, { cookie })
    expect(page.text).toContain('You have more than your capacity')
    expect(await rowOf(id)).toMatchObject({ agent: harness.ana.id, state: 'active' })
    await changeAgent(harness.desk.desk, harness.ana.id, { capacity: 50 })
  })

  test('stays theirs when they go off duty, and goes to the line when it wakes', async () => {
    const { conversation: id } = await harness.talk()
    await snooze(id, '2h')
    await setStatus(harness.desk.desk, harness.ana, { status: 'off' })
    await until(async () => (await harness.store.agents.find(harness.ana.id))?.load === 0)
    expect(await rowOf(id)).toMatchObject({ agent: harness.ana.id, state: 'active' })
    await snooze(id, '')
    await until(async () => ['waiting', 'left'].includes((await rowOf(id))?.state ?? ''))
    expect((await rowOf(id))?.agent).toBeNull()
    await setStatus(harness.desk.desk, harness.ana, { status: 'ready' })
  })
})

test('a priority is set, shown on the row and told to colleagues alone', async () => {
  const { conversation: id, token } = await harness.talk()
  const form = { priority: 'urgent' }
  expect((await ask('POST', workbench.priority(id), { cookie, form })).status).toBe(303)
  const page = await ask('GET', workbench.conversation(id), { cookie })
  expect(page.text).toContain('set the priority to urgent')
  expect(page.text).toContain('data-priority="urgent"')
  const chat = await ask('GET', paths.chat.page, { cookie: `visitor=${token}` })
  expect(chat.text).not.toContain('urgent')
  const bad = { cookie, form: { priority: 'very' }, headers: json }
  expect((await ask('POST', workbench.priority(id), bad)).status).toBe(422)
})
