import { afterAll, beforeAll, expect, test } from 'bun:test'
import { end } from '../../src/commands/conversations/end'
import { seen } from '../../src/commands/conversations/seen'
import { paths } from '../../views/paths'
import { openTestDesk } from '../support/desk'
import { openTab } from '../web/tab'
import { type MailDesk, MINUTE_MS, openMailDesk } from './mail-desk'
import { readable } from './mail-server'

let mail: MailDesk
beforeAll(async () => {
  mail = await openMailDesk()
})
afterAll(() => mail.close())

const store = () => mail.desk.desk.store

test('who is gone five minutes with an answer unseen gets one mail', async () => {
  const { id } = await mail.ask('Vera')
  await mail.answer(id, 'Is it <b>plugged</b> in?')
  await mail.round()
  mail.pass(4 * MINUTE_MS)
  await mail.round()
  expect(mail.mailsTo('vera@guest.test')).toHaveLength(0)
  mail.pass(MINUTE_MS)
  await mail.answer(id, 'Or is the bulb broken?')
  await mail.round()
  await mail.round()
  const [sent, ...more] = mail.mailsTo('vera@guest.test')
  expect(more).toHaveLength(0)
  const text = sent ? readable(sent) : ''
  expect(text).toContain('Subject: Ana answered you')
  expect(text).toContain('Is it <b>plugged</b> in?')
  expect(text).toContain('Is it &lt;b&gt;plugged&lt;/b&gt; in?')
  expect(text).toContain('Or is the bulb broken?')
  expect(text).toContain('Auto-Submitted: auto-generated')
})

test('what was said last goes too, though it ended and the node began anew before anybody looked', async () => {
  const { id } = await mail.ask('Mia')
  await mail.answer(id, 'It is on its way')
  expect(await end(mail.desk.desk, mail.ana, id)).toBeNull()
  mail.pass(6 * MINUTE_MS)
  await mail.round()
  expect(mail.mailsTo('mia@guest.test').map(readable).join()).toContain('It is on its way')
})

test('mails are a quarter of an hour apart, and bring ten messages at most', async () => {
  const { id } = await mail.ask('Vito', { language: 'zh' })
  await mail.answer(id, 'One')
  mail.pass(6 * MINUTE_MS)
  await mail.round()
  for (let n = 1; n <= 12; n += 1) await mail.answer(id, `Then ${n}.`)
  mail.pass(6 * MINUTE_MS)
  await mail.round()
  expect(mail.mailsTo('vito@guest.test')).toHaveLength(1)
  mail.pass(10 * MINUTE_MS)
  await mail.round()
  const [first, second, ...more] = mail.mailsTo('vito@guest.test')
  expect(more).toHaveLength(0)
  expect(first && readable(first)).toContain('继续对话')
  const text = second ? readable(second) : ''
  expect(text).toContain('另有 2 条更早的消息')
  expect(text).not.toContain('Then 2.')
  expect(text).toContain('Then 3.')
  expect(text).toContain('Then 12.')
})

test('nothing goes to who has seen it, or gave no address, or of what was taken back', async () => {
  const reader = await mail.ask('Reader')
  await seen(mail.desk.desk, reader.person, reader.id, await mail.answer(reader.id, 'Seen'))
  const nameless = await mail.ask('Nameless', { email: '' })
  await mail.answer(nameless.id, 'Unseen')
  const before = mail.server.got.length
  mail.pass(6 * MINUTE_MS)
  await mail.round()
  expect(mail.server.got).toHaveLength(before)
})

test('a server that is down is tried again, and one that refuses for good is not', async () => {
  const { id } = await mail.ask('Patient')
  await mail.answer(id, 'Are you there?')
  mail.pass(6 * MINUTE_MS)
  // Nobody listens there.
  await mail.round('smtp://127.0.0.1:1')
  const { letters } = store()
  const first = await letters.lastOf(id)
  expect([first?.state, first?.tries]).toEqual(['due', 1])
  await mail.round()
  expect(mail.mailsTo('patient@guest.test')).toHaveLength(0)
  mail.pass(2 * MINUTE_MS)
  // Another process, which knows only what is stored.
  await mail.round()
  expect(mail.mailsTo('patient@guest.test')).toHaveLength(1)
})

test('an address that takes no mail is set aside, and what is tried ten times in vain', async () => {
  const gone = await mail.ask('Gone')
  await mail.answer(gone.id, 'Hello?')
  mail.pass(6 * MINUTE_MS)
  mail.server.refuse({ code: 550, says: 'No such user' })
  await mail.round()
  const letter = await store().letters.lastOf(gone.id)
  expect([letter?.state, letter?.tries]).toEqual(['dead', 1])
  const later = await mail.ask('Later')
  await mail.answer(later.id, 'Hello?')
  mail.pass(6 * MINUTE_MS)
  mail.server.refuse({ code: 451, says: 'Try again' })
  const rests: number[] = []
  for (let n = 0; n < 10; n += 1) {
    const due = await store().letters.lastOf(later.id)
    if (due) mail.pass(Math.max(0, due.dueAt - mail.desk.desk.clock.now()) + 1)
    await mail.round()
    const tried = await store().letters.lastOf(later.id)
    if (tried) rests.push(tried.dueAt - mail.desk.desk.clock.now())
  }
  expect((await store().letters.lastOf(later.id))?.state).toBe('dead')
  expect(rests.slice(0, 9).every((rest, n) => n === 0 || rest >= (rests[n - 1] ?? 0))).toBe(true)
  mail.server.refuse(undefined)
  expect(mail.mailsTo('later@guest.test')).toHaveLength(0)
})

test('without a server of mail nothing of it is offered', async () => {
  expect((await openTab(mail.desk).get(paths.chat.page)).text).toContain('Nothing is mailed')
  const mailing = await openTestDesk({
    env: { SMTP_URL: mail.server.url, MAIL_FROM: 'help@desk.test' },
  })
  expect((await openTab(mailing).get(paths.chat.page)).text).toContain('we mail it to you')
  await mailing.close()
})
