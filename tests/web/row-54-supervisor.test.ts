import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { systemClock } from '../../src/clock'
import { createDepartment } from '../../src/commands/departments/create'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { clientId, goOnDuty, hire, until } from '../support/desk'
import { NOTE } from '../support/leaks'
import { type Ask, askOf, htmx, json, signIn } from './ask'

const { chat, office, workbench } = paths
let harness: FollowedDesk
let ask: Ask
let amir: Staff
let sina: Staff
let cookies: Record<'ana' | 'amir' | 'sina' | 'olga', string>
beforeAll(async () => {
  harness = await openFollowedDesk({ clock: systemClock, until })
  ask = askOf(harness.desk)
  amir = await hire(harness.desk, 'Amir')
  sina = await hire(harness.desk, 'Sina', 5, 'supervisor')
  await hire(harness.desk, 'Olga', 5, 'admin')
  cookies = {
    ana: await signIn(ask, 'Ana'),
    amir: await signIn(ask, 'Amir'),
    sina: await signIn(ask, 'Sina'),
    olga: await signIn(ask, 'Olga'),
  }
})
afterAll(() => harness.desk.close())

const post = (
  path: string,
  cookie: string,
  form: Record<string, string> = {},
  headers: Record<string, string> = json,
) => ask('POST', path, { cookie, form, headers })
const rowOf = (id: string) => harness.store.conversations.row(id)
/** What the audit says was done to it, newest first. */
const actsOn = async (id: string) =>
  (await harness.store.audit.newest(100))
    .filter(({ object }) => object === `conversation:${id}`)
    .map(({ actorName, act }) => `${actorName} ${act}`)

describe('who reads along', () => {
  test('is in no byte that goes to the visitor or to the agent, and in the audit', async () => {
    const { person, conversation } = await harness.talk()
    const screens = [harness.follow(person, conversation, 0), harness.bench(conversation, 0)]
    const plain = await post(workbench.watch(conversation), cookies.sina, {}, {})
    expect([plain.status, plain.headers.get('Location')]).toEqual([
      303,
      workbench.conversation(conversation),
    ])
    const page = await ask('GET', workbench.conversation(conversation), { cookie: cookies.sina })
    expect(page.status).toBe(200)
    await post(workbench.seen(conversation), cookies.sina, { up_to: '2' })
    await post(workbench.typing(conversation), cookies.sina)
    await harness.write(person, conversation, 'the last word')
    await until(() => screens.every((screen) => screen.has('the last word')))
    const naming = screens.map(({ frames }) =>
      frames.filter(({ html }) => html.includes('Sina') && !html.includes('id="transfer-to"')),
    )
    // To whom it can be handed over stands on Ana's page, whoever reads along.
    expect(naming).toEqual([[], []])
    for (const screen of screens) screen.leave()
    expect((await harness.store.conversations.find(conversation))?.seenByAgent).toBe(0)
    expect((await actsOn(conversation)).sort()).toEqual(['Sina lookedAt', 'Sina watched'])
    expect((await post(workbench.watch(conversation), cookies.amir)).status).toBe(403)
    expect(await actsOn(conversation)).toHaveLength(2)
  })
})

describe('a whisper', () => {
  test('is told apart from a note, read by colleagues and by no visitor', async () => {
    const { person, conversation, token } = await harness.talk()
    const screens = [harness.follow(person, conversation, 0), harness.bench(conversation, 0)]
    const form = { text: `${NOTE}: offer a refund`, client_id: clientId() }
    const said = await post(workbench.whisper(conversation), cookies.sina, form, htmx)
    expect(said.status).toBe(201)
    expect(said.text).toContain('data-kind="whispered"')
    await post(workbench.whisper(conversation), cookies.sina, form)
    await harness.write(person, conversation, 'the last word')
    await until(() => screens.every((screen) => screen.has('the last word')))
    expect(screens.map((screen) => screen.has('offer a refund'))).toEqual([false, true])
    for (const screen of screens) screen.leave()
    for (const path of [chat.page, chat.tail(0), chat.earlier(99)])
      await ask('GET', path, { cookie: `visitor=${token}` })
    expect(await actsOn(conversation)).toEqual(['Sina whispered'])
    expect((await rowOf(conversation))?.preview).toBe('the last word')
  })

  test('is not an agent’s to write', async () => {
    const { conversation } = await harness.talk()
    const form = { text: 'Psst', client_id: clientId() }
    expect((await post(workbench.whisper(conversation), cookies.amir, form)).status).toBe(403)
    expect(await actsOn(conversation)).toEqual([])
  })
})

describe('who takes over', () => {
  test('has it at once, though they were off duty; who had it is free', async () => {
    const { person, conversation } = await harness.talk()
    const screen = harness.follow(person, conversation, 0)
    expect((await post(workbench.takeover(conversation), cookies.amir)).status).toBe(403)
    expect((await post(workbench.takeover(conversation), cookies.sina)).status).toBe(204)
    const row = await rowOf(conversation)
    expect([row?.state, row?.agentName]).toEqual(['active', 'Sina'])
    const agents = harness.store.agents
    await until(async () => (await agents.find(sina.id))?.load === 1)
    expect((await agents.find(sina.id))?.status).toBe('away')
    await until(() => screen.has('Sina has joined instead.'))
    const late = { text: 'Mine?', client_id: clientId() }
    expect((await post(workbench.messages(conversation), cookies.ana, late)).status).toBe(403)
    const mine = { text: 'Mine.', client_id: clientId() }
    expect((await post(workbench.messages(conversation), cookies.sina, mine)).status).toBe(201)
    const why = await ask('GET', workbench.decisions(conversation), { cookie: cookies.olga })
    expect(why.text).toContain('Sina took it over')
    // Done already, and not written down again.
    expect((await post(workbench.takeover(conversation), cookies.sina)).status).toBe(204)
    screen.leave()
    await post(workbench.closure(conversation), cookies.sina)
    expect(await actsOn(conversation)).toEqual(['Sina tookOver'])
  })

  test('is told that it has ended, and takes nothing that moved since they looked', async () => {
    const { conversation } = await harness.talk()
    const stale = await post(workbench.takeover(conversation), cookies.sina, { seq: '1' })
    expect([stale.status, JSON.parse(stale.text).reason ?? stale.text]).toEqual([
      409,
      expect.stringContaining('already'),
    ])
    await post(workbench.closure(conversation), cookies.ana)
    expect((await post(workbench.takeover(conversation), cookies.sina)).status).toBe(409)
    expect(await actsOn(conversation)).toEqual([])
  })
})

describe('one that somebody else holds', () => {
  test('is ended by a supervisor, and by no colleague', async () => {
    const { conversation } = await harness.talk()
    expect((await post(workbench.closure(conversation), cookies.amir)).status).toBe(403)
    expect((await post(workbench.closure(conversation), cookies.sina)).status).toBe(204)
    expect((await rowOf(conversation))?.state).toBe('closed')
    // Once.
    expect((await post(workbench.closure(conversation), cookies.sina)).status).toBe(204)
    expect(await actsOn(conversation)).toEqual(['Sina ended'])
  })

  test('is given to a colleague, and what one holds oneself is no supervision', async () => {
    const { conversation } = await harness.talk()
    const leave = await goOnDuty(harness.desk, amir)
    const form = { to: `agent:${amir.id}` }
    expect((await post(workbench.transfer(conversation), cookies.sina, form)).status).toBe(204)
    await until(async () => (await rowOf(conversation))?.agentName === 'Amir')
    expect(await actsOn(conversation)).toEqual(['Sina assigned'])
    await post(workbench.closure(conversation), cookies.amir)
    expect(await actsOn(conversation)).toHaveLength(1)
    leave()
  })
})

test('who waits is given to a colleague of another department, and leaves the line', async () => {
  const sales = await createDepartment(harness.desk.desk, { name: 'Sales' })
  if (isProblem(sales)) throw new Error(sales.reason)
  const leave = await goOnDuty(harness.desk, amir)
  const asked = { name: 'Vito', text: 'Hello', client_id: clientId(), department: sales }
  const started = await ask('POST', chat.page, { form: asked, headers: json })
  const { conversation } = JSON.parse(started.text)
  const form = { to: `agent:${amir.id}` }
  expect((await post(workbench.transfer(conversation), cookies.sina, form)).status).toBe(404)
  expect((await post(workbench.transfer(conversation), cookies.olga, form)).status).toBe(204)
  await until(async () => (await rowOf(conversation))?.agentName === 'Amir')
  await until(async () => (await harness.store.conversations.lineOrder(sales)).length === 0)
  expect(await actsOn(conversation)).toEqual(['Olga assigned'])
  leave()
})

test('the audit is read by who keeps the desk, newest first, and by nobody else', async () => {
  const page = await ask('GET', office.of('audit'), { cookie: cookies.olga })
  expect(page.status).toBe(200)
  expect(page.text).toContain('took it over')
  const told = await ask('GET', office.of('audit'), { cookie: cookies.olga, headers: json })
  const rows: { id: string }[] = JSON.parse(told.text).rows
  expect(rows.map(({ id }) => id)).toEqual(
    rows
      .map(({ id }) => id)
      .toSorted()
      .toReversed(),
  )
  expect((await ask('GET', office.of('audit'), { cookie: cookies.sina })).status).toBe(403)
})
