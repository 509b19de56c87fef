import { afterAll, beforeAll, expect, test } from 'bun:test'
import { openTab } from '../web/tab'
import { type MailDesk, MINUTE_MS, openMailDesk } from './mail-desk'
import { headerOf } from './mail-server'

let mail: MailDesk
beforeAll(async () => {
  mail = await openMailDesk()
})
afterAll(() => mail.close())

const answered = async (id: string, text: string) => {
  await mail.answer(id, text)
  mail.pass(20 * MINUTE_MS)
  await mail.round()
}

test('one press in a program of mail stops it, and another brings it back', async () => {
  const { id } = await mail.ask('Vera')
  await answered(id, 'One')
  const got = () => mail.mailsTo('vera@guest.test')
  const [sent] = got()
  if (!sent) throw new Error('no mail')
  const link =
    /<http:\/\/desk\.test([^>]+)>/.exec(headerOf(sent, 'List-Unsubscribe') ?? '')?.[1] ?? ''
  // To look at it stops nothing.
  expect((await openTab(mail.desk).get(link)).text).toContain('No more mail about answers?')
  // As servers of mail send it: without cookies, and from nowhere.
  const pressed = await mail.desk.request(link, {
    ...{ method: 'POST', body: 'List-Unsubscribe=One-Click' },
    headers: { Host: 'desk.test', 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  expect(pressed.status).toBe(200)
  await answered(id, 'Two')
  expect(got()).toHaveLength(1)
  const tampered = await openTab(mail.desk).post(link.replace(/[0-9a-f]{64}/, '0'.repeat(64)))
  expect(tampered.status).toBe(404)
  await openTab(mail.desk).post(link, { wants: 'yes' })
  await answered(id, 'Three')
  expect(got()).toHaveLength(2)
  // No address is kept with it.
  const { store } = mail.desk.desk
  expect(await store.letters.isUnsubscribed('vera@guest.test')).toBe(false)
})
