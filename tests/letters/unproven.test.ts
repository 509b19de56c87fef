import { afterAll, beforeAll, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { paths } from '../../views/paths'
import { PASSWORD } from '../support/desk'
import { wanted } from '../web/customers'
import { openTab } from '../web/tab'
import { addressIn, type MailDesk, MINUTE_MS, openMailDesk } from './mail-desk'
import { readable } from './mail-server'

const { customers: at, chat } = paths
/** What somebody would have others read, in the place of a name. */
const BAIT = 'You won, see www.prize.test'

let mail: MailDesk
beforeAll(async () => {
  mail = await openMailDesk()
  await changeDeskSettings(mail.desk.desk, 'customers', { customers: 'yes' })
})
afterAll(() => mail.close())

/** All that an address was sent, headers and bodies. */
const sentTo = (address: string) => mail.mailsTo(address).map(readable).join('\n')
const register = async (email: string, name: string) => {
  const sent = await openTab(mail.desk).submit(at.register, wanted(email, { name }))
  await mail.round()
  return sent
}
const forgets = async (email: string) => {
  await openTab(mail.desk).submit(paths.session.forgot, { email, customer: '1' })
  await mail.round()
}

test('mail about an account that somebody else wants carries none of their words', async () => {
  await register('victim@guest.test', BAIT)
  mail.pass(6 * MINUTE_MS)
  await register('victim@guest.test', BAIT)
  expect(mail.mailsTo('victim@guest.test')).toHaveLength(2)
  expect(sentTo('victim@guest.test')).toContain('Hello,')
  expect(sentTo('victim@guest.test')).not.toContain('prize')
})

test('who has shown that they read it is greeted by name, and nobody else is where it moves to', async () => {
  await register('mara@guest.test', 'Mara Lind')
  expect(sentTo('mara@guest.test')).not.toContain('Mara')
  const link = addressIn(mail.mailsTo('mara@guest.test').at(-1), '/me/sign-in')
  const confirm = new URL(link, 'http://desk.test').searchParams.get('confirm') ?? ''
  const tab = openTab(mail.desk)
  await tab.get(at.signIn)
  const form = { email: 'mara@guest.test', password: PASSWORD }
  expect((await tab.post(at.signIn, { ...form, confirm })).status).toBe(303)
  await forgets('mara@guest.test')
  expect(sentTo('mara@guest.test')).toContain('Hello Mara Lind,')
  await tab.submit(at.account, { name: BAIT })
  await tab.submit(at.email, { email: 'other@guest.test', current_password: PASSWORD })
  await mail.round()
  expect(mail.mailsTo('other@guest.test')).toHaveLength(1)
  expect(sentTo('other@guest.test')).not.toContain('prize')
})

test('an account that was made without a mail has shown nothing of its address', async () => {
  const { desk } = mail.desk
  const { mails } = desk
  Object.assign(desk, { mails: false })
  await register('quiet@guest.test', BAIT)
  Object.assign(desk, { mails })
  await forgets('quiet@guest.test')
  await register('quiet@guest.test', BAIT)
  expect(mail.mailsTo('quiet@guest.test')).toHaveLength(2)
  expect(sentTo('quiet@guest.test')).not.toContain('prize')
})

test('an answer, and a chat that is sent somewhere, greet nobody by what was typed', async () => {
  const { id, token } = await mail.ask('Mallory', { email: 'victim@other.test' })
  const renamed = await mail.ask(BAIT, { email: 'second@other.test' })
  for (const one of [id, renamed.id]) await mail.answer(one, 'It is plugged in')
  mail.pass(6 * MINUTE_MS)
  await mail.round()
  expect(sentTo('victim@other.test')).toContain('It is plugged in')
  expect(sentTo('victim@other.test')).not.toContain('Mallory')
  expect(sentTo('second@other.test')).not.toContain('prize')
  const tab = openTab(mail.desk)
  tab.jar.set('bellhop-visitor', token)
  await tab.submit(chat.mailTranscript, { email: 'third@other.test' })
  await mail.round()
  expect(sentTo('third@other.test')).toContain('Hello,')
  expect(sentTo('third@other.test')).not.toContain('My lamp is dark')
})

test('a chat goes whole to the address that its visitor has shown to be theirs, and nowhere else', async () => {
  const { id, person, token } = await mail.ask('Nora')
  await mail.answer(id, 'It is plugged in')
  const proven = { subject: 'n-1', name: 'Nora Lind', email: 'nora@site.test', attributes: {} }
  const { clock, system } = mail.desk.desk
  const event = { type: 'identified', at: clock.now(), ...proven } as const
  await system.send(addressOf('visitor', person.id), event)
  const tab = openTab(mail.desk)
  tab.jar.set('bellhop-visitor', token)
  for (const email of ['Nora@site.test', 'else@site.test']) {
    await tab.submit(chat.mailTranscript, { email })
    await mail.round()
  }
  expect(sentTo('nora@site.test')).toContain('Hello Nora Lind,')
  expect(sentTo('nora@site.test')).toContain('My lamp is dark')
  expect(sentTo('else@site.test')).not.toContain('My lamp is dark')
})
