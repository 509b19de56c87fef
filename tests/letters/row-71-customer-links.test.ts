import { afterAll, beforeAll, expect, test } from 'bun:test'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { paths } from '../../views/paths'
import { PASSWORD } from '../support/desk'
import { customerTab } from '../web/customers'
import { openTab, saidOn, type Tab } from '../web/tab'
import { addressIn, linkIn, type MailDesk, MINUTE_MS, openMailDesk } from './mail-desk'

const { customers: at, chat } = paths
let mail: MailDesk
beforeAll(async () => {
  mail = await openMailDesk()
  await changeDeskSettings(mail.desk.desk, 'customers', { customers: 'yes' })
  await mail.desk.web.reads.settings.load()
})
afterAll(() => mail.close())

/** Somebody with an account, whose address nobody had to prove. */
const account = async (email: string, tab: Tab = openTab(mail.desk)) => {
  const { desk } = mail.desk
  const mails = desk.mails
  Object.assign(desk, { mails: false })
  await customerTab(mail.desk, email, tab)
  Object.assign(desk, { mails })
  return tab
}
const wantsToMove = async (tab: Tab, email: string) => {
  const form = { email, current_password: PASSWORD }
  expect((await tab.submit(at.email, form)).to).toBe(at.accountAfter('mailed'))
  await mail.round()
  const link = addressIn(mail.mailsTo(email).at(-1), '/me/move').replaceAll('&amp;', '&')
  const { searchParams } = new URL(link, 'http://desk.test')
  return {
    link,
    token: searchParams.get('token') ?? '',
    address: searchParams.get('address') ?? '',
  }
}
const addressOf = async (email: string) =>
  (await mail.desk.desk.store.customers.byEmailKey(email))?.email

test('of several links to another address only that of the last mail opens', async () => {
  const tab = await account('mara@guest.test')
  const mistyped = await wantsToMove(tab, 'stranger@new.test')
  const { token, address } = await wantsToMove(tab, 'mara@new.test')
  const stranger = openTab(mail.desk)
  const { link, ...form } = mistyped
  expect((await stranger.get(link)).status).toBe(409)
  expect((await stranger.post(at.move, form)).status).toBe(409)
  expect((await openTab(mail.desk).post(at.move, { token, address })).status).toBe(303)
  expect((await stranger.post(at.move, form)).status).toBe(409)
  expect(await addressOf('stranger@new.test')).toBeUndefined()
  expect(await addressOf('mara@new.test')).toBe('mara@new.test')
  // Pressed twice it is done.
  expect((await openTab(mail.desk).post(at.move, { token, address })).status).toBe(303)
  // Who wants the address back that they have takes the other mail back with it.
  const other = await wantsToMove(tab, 'other@new.test')
  await wantsToMove(tab, 'mara@new.test')
  expect((await stranger.get(other.link)).status).toBe(409)
})

test('a link for a forgotten password is over once the account has another address', async () => {
  const tab = await account('nils@guest.test')
  const form = { email: 'nils@guest.test', customer: '1' }
  await openTab(mail.desk).submit(paths.session.forgot, form)
  await mail.round()
  const reset = addressIn(mail.mailsTo('nils@guest.test').at(-1), '/me/reset')
  expect((await openTab(mail.desk).get(reset)).status).toBe(200)
  const { token, address } = await wantsToMove(tab, 'nils@new.test')
  expect((await openTab(mail.desk).post(at.move, { token, address })).status).toBe(303)
  expect((await openTab(mail.desk).get(reset)).status).toBe(409)
})

test('who came by the link of a mail is nobody there once somebody signs in as who they were', async () => {
  const thief = await mail.ask('Mallory')
  await mail.answer(thief.id, 'Hello Mallory')
  mail.pass(6 * MINUTE_MS)
  await mail.round()
  const { pathname, form } = linkIn(mail.mailsTo('mallory@guest.test')[0])
  const before = openTab(mail.desk)
  before.jar.set('bellhop-visitor', thief.token)
  expect(saidOn(await before.get(chat.page))).toContain('Hello Mallory')
  // The link was sent on, and opened by somebody who makes an account after that.
  const victim = openTab(mail.desk)
  await victim.submit(pathname, form)
  await account('vera@guest.test', victim)
  await victim.post(chat.messages, {
    ...{ text: 'My card number is …', client_id: crypto.randomUUID() },
  })
  expect(saidOn(await victim.get(chat.page))).toContain('My card number is …')
  expect(saidOn(await before.get(chat.page))).toEqual([])
})
