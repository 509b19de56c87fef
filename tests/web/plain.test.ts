import { afterAll, beforeAll, expect, test } from 'bun:test'
import { installToken } from '../../src/commands/accounts/install'
import { firstStepPaths } from '../../views/office/first-steps/paths'
import { paths } from '../../views/paths'
import { goOnDuty, hire, openTestDesk, PASSWORD, type TestDesk, until } from '../support/desk'
import { actionsOf, hidden, openTab, type Page, saidOn } from './tab'

const { chat, workbench, session, install } = paths

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const headingOn = ({ text }: Page) => /<h1[^>]*>(.*?)<\/h1>/s.exec(text)?.[1]
const valueOn = ({ text }: Page, field: string) =>
  new RegExp(`<input[^>]*name="${field}"[^>]*value="([^"]*)"`).exec(text)?.[1]

test('the first admin makes an account, signs out and in', async () => {
  const token = (await installToken(desk.desk)) ?? ''
  const link = `${install}?token=${token}`
  const tab = openTab(desk)
  expect(hidden(await tab.get(link), 'token')).toBe(token)
  const form = { token, name: 'Olga', email: 'olga@desk.test' }
  const refused = await tab.post(install, { ...form, password: 'fifteen letter' })
  expect(/class="field-problem"[^>]*>([^<]*)/.exec(refused.text)?.[1]).toContain('at least 15')
  expect(valueOn(refused, 'name')).toBe('Olga')
  const made = await tab.submit(install, { ...form, password: PASSWORD })
  expect(made.to).toBe(firstStepPaths.page)
  expect(actionsOf(made)).toContain(session.signOut)
  expect(headingOn(await tab.post(session.signOut))).toBe('You are signed out')
  const door = await tab.get(workbench.page)
  const to = door.headers.get('Location') ?? ''
  const next = hidden(await tab.get(to), 'next')
  const email = form.email
  const wrong = await tab.post(session.signIn, { email, password: 'not what it is at all', next })
  expect(/role="alert"[^>]*>([^<]*)/.exec(wrong.text)?.[1]).toContain('do not match')
  const back = await tab.submit(session.signIn, { email, password: PASSWORD, next })
  expect([back.to, back.status]).toEqual([workbench.page, 200])
  const gone = await tab.get(link)
  expect([gone.status, headingOn(gone)]).toEqual([404, 'This desk is set up already'])
})

test('a visitor ends a talk and goes on with it, and who helped goes off duty', async () => {
  const ana = await hire(desk, 'Ana')
  await goOnDuty(desk, ana)
  const agent = openTab(desk)
  await agent.post(session.signIn, { email: 'ana@desk.test', password: PASSWORD })
  const vera = openTab(desk)
  const form = { text: 'Hello?', client_id: hidden(await vera.get(chat.page), 'client_id') }
  await vera.submit(chat.page, form)
  await until(async () => headingOn(await vera.get(chat.page))?.includes('Ana'))
  const ended = await vera.submit(chat.closure)
  expect(ended.text).toContain('data-state="ended"')
  expect(actionsOf(ended)).toContain(chat.reopening)
  const again = await vera.submit(chat.reopening)
  expect(actionsOf(again)).toContain(chat.messages)
  expect(saidOn(again)).toEqual(['Hello?'])
  const off = await agent.submit(workbench.status, { status: 'off' })
  expect(/<[^>]*id="shift"[^>]*>/.exec(off.text)?.[0]).toContain('data-status="off"')
})
