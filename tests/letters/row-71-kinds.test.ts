import { afterAll, beforeAll, expect, test } from 'bun:test'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isProblem } from '../../actors/problem'
import { claim } from '../../src/commands/agents/claim'
import { end } from '../../src/commands/conversations/end'
import { configureDepartment } from '../../src/commands/departments/configure'
import { start } from '../../src/commands/visitors/start'
import { openLetters } from '../../src/letters/letters'
import { outboxPost } from '../../src/letters/outbox'
import { openLog } from '../../src/log'
import { paths } from '../../views/paths'
import { clientId, openTestDesk } from '../support/desk'
import { openTab } from '../web/tab'
import { addressIn, type MailDesk, MINUTE_MS, openMailDesk } from './mail-desk'
import { readable } from './mail-server'

let mail: MailDesk
beforeAll(async () => {
  mail = await openMailDesk()
})
afterAll(() => mail.close())

const leave = async (text: string) => {
  const form = { name: 'Vera', email: 'vera@guest.test', text, client_id: clientId() }
  const about = { address: '203.0.113.9', language: 'en', leaves: true } as const
  const started = await start(mail.desk.desk, null, form, about)
  if (isProblem(started)) throw new Error(started.reason)
  return started.conversation
}

test('a message that was left goes to its department’s addresses, unless somebody came', async () => {
  const [department] = await mail.desk.desk.store.departments.all()
  const id = department?.id ?? ''
  const wrong = await configureDepartment(mail.desk.desk, id, { leftTo: 'team@desk.test\nnobody' })
  expect(isProblem(wrong) && wrong.reason).toBe('emailNotValid')
  const set = await configureDepartment(mail.desk.desk, id, {
    leftTo: 'team@desk.test\nboss@desk.test',
  })
  expect(isProblem(set)).toBe(false)
  const left = await leave('Please call me back')
  const taken = await leave('I wait here')
  expect(await claim(mail.desk.desk, mail.ana, taken)).toBeNull()
  mail.pass(6 * MINUTE_MS)
  await mail.round()
  await mail.round()
  const [sent, ...more] = mail.mailsTo('team@desk.test')
  expect([more.length, mail.mailsTo('boss@desk.test').length]).toEqual([0, 1])
  const text = sent ? readable(sent) : ''
  expect(text).toContain('Please call me back')
  expect(text).toContain(paths.workbench.conversation(left))
  expect(text).toContain('vera@guest.test')
})

test('a visitor has their chat mailed to them, once for one press', async () => {
  const { id, token } = await mail.ask('Tom')
  await mail.answer(id, 'It is <b>plugged</b> in')
  expect(await end(mail.desk.desk, mail.ana, id)).toBeNull()
  const tab = openTab(mail.desk)
  tab.jar.set('bellhop-visitor', token)
  const { mailTranscript } = paths.chat
  expect((await tab.get(paths.chat.page)).text).toContain(`href="${mailTranscript}"`)
  expect((await tab.get(mailTranscript)).text).toContain('value="tom@guest.test"')
  const wrong = await tab.post(mailTranscript, { email: 'tom' })
  expect([wrong.status, wrong.text.includes('value="tom"')]).toEqual([422, true])
  const sent = await tab.submit(mailTranscript, { email: 'home@guest.test' })
  expect(sent.text).toContain('home@guest.test')
  await tab.submit(mailTranscript, { email: 'home@guest.test' })
  await mail.round()
  const [got, ...more] = mail.mailsTo('home@guest.test')
  expect(more).toHaveLength(0)
  // Nobody has shown that this address is theirs: the mail has none of their words, and a link to all.
  expect(got ? readable(got) : '').not.toContain('My lamp is dark')
  const link = addressIn(got, '/chat/transcript/sent').replaceAll('&amp;', '&')
  const reader = openTab(mail.desk)
  await mail.answer((await mail.ask('Tim')).id, 'Said in another chat')
  const read = await reader.get(link)
  expect([read.status, read.headers.get('Content-Type')]).toEqual([
    200,
    'text/plain; charset=utf-8',
  ])
  expect(read.text).toContain('My lamp is dark')
  expect(read.text).toContain('It is <b>plugged</b> in')
  expect(read.text).not.toContain('another chat')
  // It is read, and nobody becomes anybody by it.
  expect([...reader.jar.keys()]).not.toContain('bellhop-visitor')
  const back = link.replace('/transcript/sent/', '/back/')
  expect((await reader.get(back)).status).toBe(404)
  expect((await reader.get(link.replace(/s=[^&]+/, 's=forged'))).status).toBe(404)
  mail.pass(7 * 24 * 60 * MINUTE_MS)
  expect((await reader.get(link)).status).toBe(409)
  expect((await openTab(mail.desk).post(mailTranscript, { email: 'a@guest.test' })).status).toBe(
    404,
  )
})

test('without a server each mail is a file of its own, for its owner alone', async () => {
  const desk = await openTestDesk()
  const { store, clock } = desk.desk
  await openTab(desk).post(paths.session.forgot, { email: 'nobody@desk.test' })
  const { tryMail } = await import('../../src/commands/letters/manage')
  const id = await tryMail(desk.desk, mail.ana, { email: 'ana@desk.test' }, 'en')
  const { post, close } = outboxPost(desk.config.dataDir, 'bellhop@desk.test', clock)
  const log = openLog('silent')
  const worker = openLetters({ node: 'one', ...desk.desk, ...desk.config, log, post })
  await worker.round()
  await worker.round()
  close()
  const folder = join(desk.config.dataDir, 'outbox')
  expect(readdirSync(folder)).toEqual([`letter-${id}.eml`])
  const file = join(folder, `letter-${id}.eml`)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toContain('To: ana@desk.test')
  expect((await store.letters.find(String(id)))?.state).toBe('sent')
  await desk.close()
})
