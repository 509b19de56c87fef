import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff, Visitor } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { changeAgent } from '../../src/commands/agents/change'
import { setStatus } from '../../src/commands/agents/status'
import { takeOver } from '../../src/commands/agents/take-over'
import { say } from '../../src/commands/conversations/say'
import { reschedule } from '../../src/commands/scheduled/change'
import { openScheduled } from '../../src/system/scheduled'
import { paths } from '../../views/paths'
import { clientId, goOnDuty, hire, until, visit } from '../support/desk'
import { htmx, json } from './ask'
import { type Office, openOffice } from './office'

const { workbench } = paths
const from = { address: '203.0.113.9' }
let office: Office
let ana: Staff
let scheduled: ReturnType<typeof openScheduled>
beforeAll(async () => {
  office = await openOffice()
  const { store } = office.desk.desk
  const row = (await store.agents.all()).find(({ name }) => name === 'Ana')
  if (!row) throw new Error('no Ana')
  ana = { kind: 'staff', role: 'agent', ...row }
  expect(await changeAgent(office.desk.desk, ana.id, { capacity: 50 })).toBe(null)
  await goOnDuty(office.desk, ana)
  scheduled = openScheduled(office.desk.desk)
  scheduled.start()
})
afterAll(async () => {
  await scheduled.stop()
  await office.close()
})

const post = (path: string, form: Record<string, string> = {}, headers = {}) =>
  office.ask('POST', path, { cookie: office.cookies.agent, form, headers })
const page = (id: string) =>
  office.ask('GET', workbench.conversation(id), { cookie: office.cookies.agent })
const store = () => office.desk.desk.store

/** Vera asks, and Ana holds it. */
const talk = async () => {
  const vera = await visit(office.desk, 'Vera')
  await until(async () => (await store().conversations.row(vera.conversation))?.agent === ana.id)
  return vera
}
const later = async (id: string, text: string, more: Record<string, string> = {}) => {
  const sent = clientId()
  const form = { text, client_id: sent, send_at: '2h', ...more }
  const answer = await post(workbench.messages(id), form, json)
  expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('send_at')])
  return sent
}
const writes = async (person: Visitor, id: string, text: string) => {
  const said = await say(office.desk.desk, person, id, { text, client_id: clientId() }, from)
  if (isProblem(said)) throw new Error(said.reason)
}
const saidIn = async (id: string) =>
  (await store().transcripts.last(id, 50)).map(({ text }) => text).filter(Boolean)

describe('a message that is sent later', () => {
  test('waits in the room, in nothing its visitor gets, and is said once when it is due', async () => {
    const { conversation: id, token } = await talk()
    const sent = await later(id, 'Your parcel is there now')
    const room = await page(id)
    expect(room.text).toContain(`id="s-${sent}"`)
    const cookie = `bellhop-visitor=${token}`
    expect((await office.ask('GET', paths.chat.page, { cookie })).text).toContain('Hello')
    for (const path of [paths.chat.page, paths.chat.tail(0), paths.chat.transcript])
      expect((await office.ask('GET', path, { cookie })).text).not.toContain('parcel is there')
    expect(await saidIn(id)).toEqual(['Hello'])
    expect((await post(workbench.rescheduling(id, sent), { send_at: 'now' })).status).toBe(303)
    await until(async () => (await saidIn(id)).includes('Your parcel is there now'))
    expect(await until(async () => (await store().scheduled.of(id)).length === 0)).toBe(true)
    expect((await page(id)).text).not.toContain(`id="s-${sent}"`)
  })

  test('is put by once, however often it comes', async () => {
    const { conversation: id } = await talk()
    const sent = clientId()
    for (const text of ['Soon', 'Soon']) await later(id, text, { client_id: sent })
    expect(await store().scheduled.of(id)).toHaveLength(1)
    const other = { text: 'Other words', client_id: sent, send_at: '2h' }
    expect((await post(workbench.messages(id), other, json)).status).toBe(409)
  })

  test('is held when its visitor writes first, and goes when its author says so', async () => {
    const { conversation: id, person } = await talk()
    const sent = await later(id, 'Still there?')
    await writes(person, id, 'It has come')
    expect((await page(id)).text).toContain('the visitor wrote first')
    const [message] = await store().scheduled.of(id)
    if (!message) throw new Error('no message')
    const now = office.desk.desk.clock.now()
    await store().scheduled.change({ ...message, dueAt: now }, message.dueAt, now)
    office.desk.desk.bus.publish([{ topic: `conversation:${id}`, what: 'scheduled', at: now }])
    await until(async () => (await store().scheduled.find(id, sent))?.held === 'visitor')
    expect(await saidIn(id)).not.toContain('Still there?')
    await post(workbench.rescheduling(id, sent), { send_at: 'now', text: 'Glad to hear' })
    await until(async () => (await saidIn(id)).includes('Glad to hear'))
  })

  test('is taken back into a draft, and cannot be twice', async () => {
    const { conversation: id } = await talk()
    const sent = await later(id, 'Not yet')
    expect((await post(workbench.unscheduling(id, sent))).status).toBe(303)
    expect((await page(id)).text).toContain('Not yet</textarea>')
    expect((await post(workbench.unscheduling(id, sent), {}, json)).status).toBe(409)
    expect(await store().scheduled.of(id)).toEqual([])
  })

  test('is taken back once by two requests at once, and its words are there once', async () => {
    const { conversation: id } = await talk()
    const sent = await later(id, 'Only once')
    const twice = [1, 2].map(() => post(workbench.unscheduling(id, sent), {}, json))
    const statuses = (await Promise.all(twice)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([204, 409])
    expect((await store().drafts.find(ana.id, id))?.text).toBe('Only once')
  })

  test('is theirs who hold the conversation and say it otherwise', async () => {
    const { conversation: id } = await talk()
    const sent = await later(id, 'I will look into it')
    const { desk } = office.desk
    const amir = await hire(office.desk, 'Amir', 5, 'supervisor')
    await goOnDuty(office.desk, amir)
    expect(await takeOver(desk, amir, id, {})).toBe(null)
    await until(async () => (await store().conversations.row(id))?.agent === amir.id)
    const words = { text: 'I have looked into it', send_at: 'now' }
    expect(await reschedule(desk, amir, { id, clientId: sent }, words, from)).toBe(null)
    await until(async () => (await saidIn(id)).includes('I have looked into it'))
    const entry = await store().transcripts.byClientId(id, sent)
    expect([entry?.name, entry?.author]).toEqual(['Amir', amir.id])
    expect(await setStatus(desk, amir, { status: 'off' })).toBe(null)
  })

  test('is nobody else’s to change', async () => {
    const { conversation: id } = await talk()
    const sent = await later(id, 'Mine')
    const sina = { cookie: office.cookies.supervisor, form: {}, headers: json }
    expect((await office.ask('POST', workbench.unscheduling(id, sent), sina)).status).toBe(403)
    expect(await store().scheduled.of(id)).toHaveLength(1)
  })

  test.each([
    ['send_at', 'when hell freezes', 'timeNotValid'],
    ['send_at', '2026-02-30T10:00', 'timeNotValid'],
    ['send_at', '2001-01-01T00:00:00Z', 'timePast'],
    ['send_at', '999d', 'timeTooFar'],
    ['send_preset', 'at', 'timeNotValid'],
  ])('at the %s %p is refused, and its words stay', async (field, value, reason) => {
    const { conversation: id } = await talk()
    const form = { text: 'Kept words', client_id: clientId(), [field]: value }
    const refused = await post(workbench.messages(id), form, json)
    expect([refused.status, JSON.parse(refused.text).error.reason]).toEqual([422, reason])
    expect((await post(workbench.messages(id), form)).text).toContain('Kept words</textarea>')
    expect(await store().scheduled.of(id)).toEqual([])
  })
})

test('what can be undone yet is said before its author ends the conversation or hands it on', async () => {
  await changeAgent(office.desk.desk, ana.id, { undo: 5_000 })
  const { conversation: ended } = await talk()
  await post(workbench.messages(ended), { text: 'Goodbye', client_id: clientId() }, htmx)
  expect(await saidIn(ended)).toEqual(['Hello'])
  await post(workbench.closure(ended))
  expect(await saidIn(ended)).toEqual(['Hello', 'Goodbye'])
  const { conversation: handed } = await talk()
  await post(workbench.messages(handed), { text: 'One moment', client_id: clientId() }, htmx)
  await office.make('Shoes')
  const to = (await store().departments.all()).find(({ name }) => name === 'Shoes')?.id
  await post(workbench.transfer(handed), { to: `department:${to}` })
  expect(await saidIn(handed)).toEqual(['Hello', 'One moment'])
  await changeAgent(office.desk.desk, ana.id, { undo: 0 })
})

test('sending can be undone for as long as an agent has chosen', async () => {
  const { conversation: id } = await talk()
  const { desk } = office.desk
  expect(await changeAgent(desk, ana.id, { undo: 5_000 })).toBe(null)
  const sent = clientId()
  const form = { text: 'Too quick', client_id: sent }
  const answer = await post(workbench.messages(id), form, htmx)
  expect(answer.text).toContain('Undo')
  expect(await saidIn(id)).toEqual(['Hello'])
  expect((await post(workbench.unscheduling(id, sent), {}, htmx)).status).toBe(200)
  expect(await store().drafts.of(ana.id)).toContain(id)
  await changeAgent(desk, ana.id, { undo: 0 })
  await post(workbench.messages(id), { text: 'At once', client_id: clientId(), drafted: '1' })
  expect(await saidIn(id)).toEqual(['Hello', 'At once'])
  expect(await store().drafts.of(ana.id)).not.toContain(id)
})
