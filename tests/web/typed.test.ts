import { afterAll, beforeAll, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { installToken } from '../../src/commands/accounts/install'
import { changeAgent } from '../../src/commands/agents/change'
import { say } from '../../src/commands/conversations/say'
import { createDepartment } from '../../src/commands/departments/create'
import { removeDepartment } from '../../src/commands/departments/remove'
import { paths } from '../../views/paths'
import {
  clientId,
  goOnDuty,
  hire,
  openTestDesk,
  type TestDesk,
  until,
  visit,
} from '../support/desk'
import { actionsOf, hidden, openTab, type Page } from './tab'

const { chat, install } = paths

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

/** What a browser has in a field, read as the HTML standard reads a textarea. */
const fieldOn = ({ text }: Page, name: string): string | undefined =>
  new RegExp(`<textarea[^>]*\\sname="${name}"[^>]*>([^<]*)</textarea>`)
    .exec(text)?.[1]
    ?.replace(/\r\n?/g, '\n')
    .replace(/^\n/, '')
const valueOn = ({ text }: Page, name: string): string | undefined =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(text)?.[1]
const saysOn = ({ text }: Page): string =>
  /class="(?:form-problem|field-problem)"[^>]*>\s*([^<]+)</.exec(text)?.[1]?.trim() ?? ''

const long = '字'.repeat(121)

test('comes back from a refused form, its first lines too', async () => {
  const tab = openTab(desk)
  for (const text of ['\r\n\r\nabc', '\n\nabc', '\r\nabc', 'abc\r\n']) {
    const form = { name: long, text, client_id: clientId() }
    const page = await tab.post(chat.page, form)
    expect(page.status).toBe(422)
    expect(fieldOn(page, 'text')).toBe(text.replaceAll('\r\n', '\n'))
    expect(saysOn(page)).toStartWith('Too long: 121 of 120 characters')
    expect(valueOn(page, 'name')).toBe(long)
  }
})

test('comes back as it was written, though a browser sends hosts by other letters', async () => {
  const email = 'vera@xn--bcher-kva.example'
  const page = await openTab(desk).post(chat.page, { email, text: '', client_id: clientId() })
  expect(valueOn(page, 'email')).toBe('vera@bücher.example')
})

test('a password that is too long for an account is refused with a sentence', async () => {
  const token = (await installToken(desk.desk)) ?? ''
  const form = { token, name: 'Olga', email: 'olga@desk.test', password: 'x'.repeat(1025) }
  const page = await openTab(desk).post(install, form)
  expect(page.status).toBe(422)
  expect(saysOn(page)).toStartWith('Too long: 1025 of 1024 characters')
  expect(valueOn(page, 'name')).toBe('Olga')
})

test('words beside a rating that are too long come back with it', async () => {
  const amir = await hire(desk, 'Amir')
  const leave = await goOnDuty(desk, amir)
  const { conversation, token } = await visit(desk, 'Vera')
  const from = { address: '203.0.113.9' }
  const form = { text: 'Hello', client_id: clientId() }
  await until(async () => !isProblem(await say(desk.desk, amir, conversation, form, from)))
  leave()
  const tab = openTab(desk)
  tab.jar.set('visitor', token)
  await tab.submit(chat.closure)
  const comment = '字'.repeat(1001)
  const page = await tab.post(chat.rating, { stars: '5', comment })
  expect(page.status).toBe(422)
  expect(fieldOn(page, 'comment')).toBe(comment)
})

test('a department that is gone: what can be done where it is told', async () => {
  const made = await createDepartment(desk.desk, { name: 'Kitchen' })
  if (isProblem(made)) throw new Error(made.reason)
  const ana = await hire(desk, 'Ana')
  await changeAgent(desk.desk, ana.id, { departments: ['support', made] })
  const vera = openTab(desk)
  await vera.submit(chat.page, { text: 'Hello?', department: made, client_id: clientId() })
  await vera.submit(chat.closure)
  expect(actionsOf(await vera.get(chat.page))).toContain(chat.reopening)

  await changeAgent(desk.desk, ana.id, { departments: ['support'] })
  expect(await removeDepartment(desk.desk, made)).toBeNull()
  const ended = await vera.get(chat.page)
  expect(actionsOf(ended)).not.toContain(chat.reopening)
  const late = await vera.post(chat.reopening, { text: 'One more', client_id: clientId() })
  expect(late.status).toBe(409)
  expect(saysOn(late)).toBe(
    'This department no longer exists. Start a new chat; your text is kept.',
  )
  expect(fieldOn(late, 'text')).toBe('One more')

  // Nothing is left to choose: who sends it again comes to those who are there.
  const vito = openTab(desk)
  const form = { text: 'Anybody?', department: made, client_id: clientId() }
  const refused = await vito.post(chat.page, form)
  expect(hidden(refused, 'department')).toBe('')
  expect(saysOn(refused)).toStartWith('This department no longer exists. Send it again')
  expect(fieldOn(refused, 'text')).toBe('Anybody?')
  const again = { text: 'Anybody?', client_id: hidden(refused, 'client_id') }
  expect((await vito.submit(chat.page, again)).to).toStartWith(chat.page)
})
