import { afterAll, beforeAll, expect, test } from 'bun:test'
import { installToken } from '../../src/commands/accounts/install'
import { setPassword } from '../../src/commands/accounts/set-password'
import { setStatus } from '../../src/commands/agents/status'
import { end } from '../../src/commands/conversations/end'
import { paths } from '../../views/paths'
import { goOnDuty, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { quickClock } from '../support/quick-clock'
import { type Ask, askOf, signIn } from './ask'

let desk: TestDesk
let ask: Ask
beforeAll(async () => {
  // What is read of the line is kept for seconds, which pass sooner.
  desk = await openTestDesk({ clock: quickClock(10) })
  ask = askOf(desk)
})
afterAll(() => desk.close())

const { chat, install, session, workbench } = paths
const textOf = async (path: string, cookie = '') => (await ask('GET', path, { cookie })).text
const buttonOf = (html: string) =>
  /<button type="submit" class="button primary[^>]*>.*?<\/button>/s.exec(html)?.[0]

test('before anybody has an account the way in says so, and where the way to one is', async () => {
  expect(await textOf(session.signIn)).toContain('This desk is not set up yet.')
  const wrong = await ask('GET', `${install}?token=wrong`)
  expect(wrong.status).toBe(403)
  expect(wrong.text).toContain('in what the program printed when it started')
  expect(wrong.text).not.toContain('Try again')
})

test('all that is wrong with the first account is said in one go', async () => {
  const token = (await installToken(desk.desk)) ?? ''
  const form = { token, name: ' ', email: 'olga', password: 'short' }
  const { status, text } = await ask('POST', install, { form })
  expect(status).toBe(422)
  expect([...text.matchAll(/id="(\w+)-problem"/g)].map(([, field]) => field)).toEqual([
    ...['name', 'email', 'password'],
  ])
  expect(text).toMatch(/name="name"[^>]* autofocus/)
})

test('whoever was signed out by a new password is told so at the door', async () => {
  await hire(desk, 'Wei')
  const cookie = await signIn(ask, 'Wei')
  expect(await textOf(session.signIn)).not.toContain('You have been signed out')
  const whose = { role: 'agent', email: 'wei@desk.test' } as const
  await setPassword(desk.desk, whose, 'another bell for every guest')
  const led = await ask('GET', workbench.page, { cookie })
  expect(await textOf(led.headers.get('Location') ?? '')).toContain('You have been signed out')
})

test('the front door is the visitors’: nobody is made up, and no colleague is sent through it', async () => {
  const home = await textOf(paths.home)
  expect(home).toContain(`href="${chat.page}"`)
  for (const word of [session.signIn, 'Sign in', 'Ana']) expect(home).not.toContain(word)
})

test('who begins to write knows first that nobody is there, or how many come before them', async () => {
  const alone = await textOf(chat.page)
  expect(alone).toContain('Nobody is here just now.')
  expect(buttonOf(alone)).toContain('Leave a message')
  expect(alone).toContain('Nothing is mailed')
  const ana = await hire(desk, 'Ana', 1)
  const leave = await goOnDuty(desk, ana)
  await until(async () => buttonOf(await textOf(chat.page))?.includes('Start the chat'))
  const talk = await visit(desk, 'Vera')
  await until(async () => (await desk.desk.store.conversations.held(ana.id)).length === 1)
  const waits = [await visit(desk, 'Vito'), await visit(desk, 'Wang')]
  await until(
    async () => (await textOf(chat.page)).includes('2 people are in line before you.'),
    9_000,
  )
  for (const { person, conversation } of [...waits, talk])
    await end(desk.desk, person, conversation)
  await setStatus(desk.desk, ana, { status: 'off' })
  leave()
}, 20_000)

test('after the end comes what has waited longest to be read, then the list', async () => {
  const amir = await hire(desk, 'Amir', 5)
  const cookie = await signIn(ask, 'Amir')
  await ask('POST', workbench.status, { form: { status: 'ready' }, cookie })
  const talks: string[] = []
  for (const name of ['Vera', 'Vito']) {
    const { conversation } = await visit(desk, name)
    talks.push(conversation)
    await until(async () => {
      const row = await desk.desk.store.conversations.find(conversation)
      return row?.agent === amir.id
    })
  }
  const endOf = async (id = '') => {
    const ended = await ask('POST', workbench.closure(id), { form: {}, cookie })
    return ended.headers.get('Location')
  }
  expect(await endOf(talks[1])).toBe(workbench.conversation(talks[0] ?? ''))
  expect(await endOf(talks[0])).toBe(workbench.page)
  await setStatus(desk.desk, amir, { status: 'off' })
})

test('a conversation that cannot be taken just now says why, and has no button for it', async () => {
  const olga = await hire(desk, 'Olga', 1)
  const cookie = await signIn(ask, 'Olga')
  const page = async (id: string) => textOf(workbench.conversation(id), cookie)
  const take = (id: string) => `action="${workbench.claim(id)}"`
  const { conversation: first } = await visit(desk, 'Vera')
  const { conversation: second } = await visit(desk, 'Vito')
  const off = await page(second)
  expect(off).toContain('You are off duty.')
  expect(off).not.toContain(take(second))
  await ask('POST', workbench.status, { form: { status: 'away' }, cookie })
  expect(await page(second)).toContain(take(second))
  await ask('POST', workbench.claim(first), { form: {}, cookie })
  await until(async () => (await desk.desk.store.agents.find(olga.id))?.load === 1)
  const full = await page(second)
  expect(full).toContain('You have no room now.')
  expect(full).not.toContain(take(second))
})
