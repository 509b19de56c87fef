import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff, Visitor } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { systemClock } from '../../src/clock'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { end } from '../../src/commands/conversations/end'
import { say } from '../../src/commands/conversations/say'
import { seen } from '../../src/commands/conversations/seen'
import { start } from '../../src/commands/visitors/start'
import { openLetters } from '../../src/letters/letters'
import { smtpPost } from '../../src/letters/smtp'
import { paths } from '../../views/paths'
import { clientId, hire, openTestDesk, type TestDesk, until } from '../support/desk'
import { openTab, saidOn } from '../web/tab'
import { openMailServer, readable } from './mail-server'

const MINUTE_MS = 60_000
let desk: TestDesk
let ana: Staff
let server: Awaited<ReturnType<typeof openMailServer>>
let later = 0

beforeAll(async () => {
  server = await openMailServer()
  desk = await openTestDesk({ clock: { ...systemClock, now: () => Date.now() + later } })
  ana = await hire(desk, 'Ana', 50)
  await setStatus(desk.desk, ana, { status: 'away' })
})
afterAll(async () => {
  await desk.close()
  await server.close()
})

/** A node's worker, begun anew: it remembers nothing but what is stored. */
const begin = (url = server.url) => {
  const { post, close } = smtpPost(url, 'Bellhop <help@desk.test>')
  const { config } = desk
  const worker = openLetters({ node: 'one', ...desk.desk, ...config, post })
  return { round: worker.round, close }
}
const roundOf = async (url?: string) => {
  const { round, close } = begin(url)
  await round()
  close()
}
const from = { address: '203.0.113.9', language: 'en' }
const ask = async (name: string, about: { email?: string; language?: string } = {}) => {
  const { email = `${name.toLowerCase()}@guest.test`, language = 'en' } = about
  const form = { name, email, text: 'My lamp is dark', client_id: clientId() }
  const started = await start(desk.desk, null, form, { ...from, language })
  if (isProblem(started)) throw new Error(started.reason)
  const { conversation: id } = started
  expect(await claim(desk.desk, ana, id)).toBeNull()
  await until(async () => (await desk.desk.store.conversations.find(id))?.agent === ana.id)
  return { id, person: { kind: 'visitor', id: started.visitor } as Visitor }
}
const answer = async (id: string, text: string) => {
  const said = await say(desk.desk, ana, id, { text, client_id: clientId() }, from)
  if (isProblem(said)) throw new Error(said.reason)
  return said.entry.seq
}
const mailsTo = (address: string) => server.got.filter(({ to }) => to.includes(address))
const pass = (ms: number) => {
  later += ms
}
const linkIn = (mail: string) => /http:\/\/desk\.test(\/chat\/back\/[^\s"<]+)/.exec(mail)?.[1] ?? ''

test('who is gone five minutes with an answer unseen gets one mail, and comes back by it once', async () => {
  const { id } = await ask('Vera')
  await answer(id, 'Is it <b>plugged</b> in?')
  await roundOf()
  pass(4 * MINUTE_MS)
  await roundOf()
  expect(mailsTo('vera@guest.test')).toHaveLength(0)
  pass(MINUTE_MS)
  await answer(id, 'Or is the bulb broken?')
  await roundOf()
  await roundOf()
  const [mail, ...more] = mailsTo('vera@guest.test')
  expect(more).toHaveLength(0)
  const text = mail ? readable(mail) : ''
  expect(text).toContain('Subject: Ana answered you')
  expect(text).toContain('Is it <b>plugged</b> in?')
  expect(text).toContain('Is it &lt;b&gt;plugged&lt;/b&gt; in?')
  expect(text).toContain('Or is the bulb broken?')
  expect(text).toContain('Auto-Submitted: auto-generated')
  const link = linkIn(text)
  const phone = openTab(desk)
  // Whoever only looks at the link, as filters of mail do, opens nothing.
  await openTab(desk).get(link)
  const page = await phone.get(link)
  expect(page.status).toBe(200)
  const { pathname, searchParams } = new URL(link, 'http://desk.test')
  const form = { e: searchParams.get('e') ?? '', s: searchParams.get('s') ?? '' }
  const tampered = await openTab(desk).post(pathname, { ...form, e: `${Number(form.e) + 1}` })
  expect(tampered.status).toBe(404)
  const back = await phone.submit(pathname, form)
  expect(back.to).toBe(paths.chat.page)
  expect(saidOn(back)[0]).toBe('My lamp is dark')
  expect((await phone.get(link)).status).toBe(303)
  const stranger = openTab(desk)
  expect((await stranger.get(link)).status).toBe(409)
  expect((await stranger.post(pathname, form)).status).toBe(409)
  expect(saidOn(await stranger.get(paths.chat.page))).toEqual([])
})

test('what was said last goes too, though it ended and the node began anew before anybody looked', async () => {
  const { id } = await ask('Mia')
  await answer(id, 'It is on its way')
  expect(await end(desk.desk, ana, id)).toBeNull()
  pass(6 * MINUTE_MS)
  await roundOf()
  expect(mailsTo('mia@guest.test').map(readable).join()).toContain('It is on its way')
})

test('mails are a quarter of an hour apart, and bring ten messages at most', async () => {
  const { id } = await ask('Vito', { language: 'zh' })
  await answer(id, 'One')
  pass(6 * MINUTE_MS)
  await roundOf()
  for (let n = 1; n <= 12; n += 1) await answer(id, `Then ${n}.`)
  pass(6 * MINUTE_MS)
  await roundOf()
  expect(mailsTo('vito@guest.test')).toHaveLength(1)
  pass(10 * MINUTE_MS)
  await roundOf()
  const [first, second, ...more] = mailsTo('vito@guest.test')
  expect(more).toHaveLength(0)
  expect(first && readable(first)).toContain('继续对话')
  const text = second ? readable(second) : ''
  expect(text).toContain('另有 2 条更早的消息')
  expect(text).not.toContain('Then 2.')
  expect(text).toContain('Then 3.')
  expect(text).toContain('Then 12.')
})

test('nothing goes to who has seen it, or gave no address, or of what was taken back', async () => {
  const reader = await ask('Reader')
  await seen(desk.desk, reader.person, reader.id, await answer(reader.id, 'Seen'))
  const nameless = await ask('Nameless', { email: '' })
  await answer(nameless.id, 'Unseen')
  const before = server.got.length
  pass(6 * MINUTE_MS)
  await roundOf()
  expect(server.got).toHaveLength(before)
})

test('a server that is down is tried again, and one that refuses for good is not', async () => {
  const { id } = await ask('Patient')
  await answer(id, 'Are you there?')
  pass(6 * MINUTE_MS)
  // Nobody listens there.
  await roundOf('smtp://127.0.0.1:1')
  const { letters } = desk.desk.store
  const first = await letters.lastOf(id)
  expect([first?.state, first?.tries]).toEqual(['due', 1])
  await roundOf()
  expect(mailsTo('patient@guest.test')).toHaveLength(0)
  pass(2 * MINUTE_MS)
  // Another process, which knows only what is stored.
  await roundOf()
  expect(mailsTo('patient@guest.test')).toHaveLength(1)
})

test('an address that takes no mail is set aside, and what is tried ten times in vain', async () => {
  const gone = await ask('Gone')
  await answer(gone.id, 'Hello?')
  pass(6 * MINUTE_MS)
  server.refuse({ code: 550, says: 'No such user' })
  await roundOf()
  const letter = await desk.desk.store.letters.lastOf(gone.id)
  expect([letter?.state, letter?.tries]).toEqual(['dead', 1])
  const later = await ask('Later')
  await answer(later.id, 'Hello?')
  pass(6 * MINUTE_MS)
  server.refuse({ code: 451, says: 'Try again' })
  const rests: number[] = []
  for (let n = 0; n < 10; n += 1) {
    const due = await desk.desk.store.letters.lastOf(later.id)
    if (due) pass(Math.max(0, due.dueAt - desk.desk.clock.now()) + 1)
    await roundOf()
    const tried = await desk.desk.store.letters.lastOf(later.id)
    if (tried) rests.push(tried.dueAt - desk.desk.clock.now())
  }
  expect((await desk.desk.store.letters.lastOf(later.id))?.state).toBe('dead')
  expect(rests.slice(0, 9).every((rest, n) => n === 0 || rest >= (rests[n - 1] ?? 0))).toBe(true)
  server.refuse(undefined)
  expect(mailsTo('later@guest.test')).toHaveLength(0)
})

test('without a server of mail nothing of it is offered', async () => {
  expect((await openTab(desk).get(paths.chat.page)).text).toContain('Nothing is mailed')
  const mailing = await openTestDesk({
    env: { SMTP_URL: server.url, MAIL_FROM: 'help@desk.test' },
  })
  expect((await openTab(mailing).get(paths.chat.page)).text).toContain('we mail it to you')
  await mailing.close()
})
