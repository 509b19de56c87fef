import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { putDepartment } from '../support/departments'
import { clientId, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { type Ask, askOf, json, signIn } from './ask'

const { workbench, chat } = paths
let desk: TestDesk
let ask: Ask
let cookie: string
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  await hire(desk, 'Ana', 50)
  cookie = await signIn(ask, 'Ana')
})
afterAll(() => desk.close())

const setStatus = (status: string) => ask('POST', workbench.status, { form: { status }, cookie })
const rowOf = (id: string) => desk.desk.store.conversations.row(id)
const heldBy = async (id: string) => {
  await until(async () => (await rowOf(id))?.state === 'active')
}
const answer = (id: string) =>
  ask('POST', workbench.messages(id), { cookie, form: { text: 'Hello', client_id: clientId() } })

describe('a chat that nobody answered', () => {
  test('is not rated, and its row says so', async () => {
    await setStatus('ready')
    const { conversation, token } = await visit(desk, 'Vera')
    const own = `visitor=${token}`
    await heldBy(conversation)
    await ask('POST', workbench.closure(conversation), { cookie, form: {} })
    const page = await ask('GET', chat.page, { cookie: own })
    expect(page.text).toContain('This chat has ended')
    expect(page.text).not.toContain('How was it?')
    const rated = await ask('POST', chat.rating, {
      ...{ cookie: own, form: { stars: '5' }, headers: json },
    })
    expect([rated.status, rated.text]).toEqual([
      409,
      expect.stringContaining('Nobody has answered'),
    ])
    const closed = await ask('GET', workbench.list({ view: 'closed' }), { cookie })
    expect(closed.text).toContain('never answered')
  })

  test('is, once somebody has', async () => {
    const { conversation, token } = await visit(desk, 'Vito')
    const own = `visitor=${token}`
    await heldBy(conversation)
    await answer(conversation)
    await ask('POST', workbench.closure(conversation), { cookie, form: {} })
    expect((await ask('GET', chat.page, { cookie: own })).text).toContain('How was it?')
    expect((await ask('POST', chat.rating, { cookie: own, form: { stars: '5' } })).status).toBe(303)
  })
})

describe('going off duty', () => {
  const menuOf = async () => (await ask('GET', workbench.page, { cookie })).text

  test('asks first while they hold something, and says how many', async () => {
    expect(await menuOf()).not.toContain('id="go-off"')
    const talks = await Promise.all(['Vera', 'Vito'].map((name) => visit(desk, name)))
    for (const { conversation } of talks) await heldBy(conversation)
    const page = await menuOf()
    expect(page).toContain('id="go-off"')
    expect(page).toContain('You have 2 conversations.')
    expect(page).toMatch(
      /<button class="menu-item" type="button" value="off" popovertarget="go-off"[^>]*>/,
    )
    expect(page).not.toMatch(/<button class="menu-item" type="submit" name="status" value="off"/)
    for (const { conversation } of talks) await answer(conversation)
  })

  test('gives them back, and what was answered looks answered', async () => {
    await setStatus('off')
    const [line] = await desk.desk.store.conversations.lineHeads(
      (await desk.desk.store.departments.all()).map(({ id }) => id),
      50,
      0,
    )
    await until(async () => (await rowOf(line?.rows[0]?.id ?? ''))?.state !== 'active')
    const page = await menuOf()
    expect(page).not.toContain('id="go-off"')
    await setStatus('ready')
    await until(async () => (await menuOf()).includes('2 of 50'))
    expect(await menuOf()).not.toContain('unread message')
  })
})

test('who hands over is told before where nobody is on duty', async () => {
  await putDepartment(desk.desk, { id: desk.desk.clock.id(), name: 'Returns' })
  const { conversation } = await visit(desk, 'Vera')
  await heldBy(conversation)
  const room = await ask('GET', workbench.conversation(conversation), { cookie })
  expect(room.text).toContain('Returns · nobody on duty')
})
