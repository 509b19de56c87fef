import { afterAll, beforeAll, expect, test } from 'bun:test'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { paths } from '../../views/paths'
import { PASSWORD } from '../support/desk'
import { wanted } from '../web/customers'
import { beginChat, openTab, saidOn } from '../web/tab'
import { addressIn, type MailDesk, MINUTE_MS, openMailDesk } from './mail-desk'
import { readable } from './mail-server'

const { customers: at, chat } = paths
let mail: MailDesk
beforeAll(async () => {
  mail = await openMailDesk()
  await changeDeskSettings(mail.desk.desk, 'customers', { customers: 'yes' })
  await mail.desk.web.reads.settings.load()
})
afterAll(() => mail.close())

const register = async (email: string, more: Record<string, string> = {}) => {
  const answer = await openTab(mail.desk).submit(at.register, wanted(email, more))
  await mail.round()
  return answer
}
const lastTo = (address: string) => mail.mailsTo(address).at(-1)
const confirmIn = (address: string) => {
  const link = addressIn(lastTo(address), '/me/sign-in')
  return new URL(link, 'http://desk.test').searchParams.get('confirm') ?? ''
}
const signIn = async (
  email: string,
  more: Record<string, string> = {},
  tab = openTab(mail.desk),
) => {
  await tab.get(at.signIn)
  return { tab, answer: await tab.post(at.signIn, { email, password: PASSWORD, ...more }) }
}

test('a new account is opened by its mail and its password together', async () => {
  const { to, text } = await register('vera@guest.test')
  expect([to, text.includes('Look into your mail')]).toEqual([at.registered, true])
  const early = await signIn('vera@guest.test')
  expect(early.answer.status).toBe(401)
  expect(early.answer.text).toContain('Please open the link in the mail')
  const confirm = confirmIn('vera@guest.test')
  expect((await openTab(mail.desk).get(at.signInBy(confirm))).text).toContain(confirm)
  // The mail alone opens nothing: whoever reads it did not choose the password.
  const wrong = await signIn('vera@guest.test', { confirm, password: 'not the one I chose' })
  expect(wrong.answer.status).toBe(401)
  const { answer } = await signIn('vera@guest.test', { confirm })
  expect(answer.headers.get('Location')).toBe(at.page)
  expect((await signIn('vera@guest.test')).answer.status).toBe(303)
  const kept = await mail.desk.desk.store.customers.byEmailKey('vera@guest.test')
  expect(kept?.provenAt).not.toBeNull()
})

test('who has an account is told so by mail, and the page says nothing of it', async () => {
  mail.pass(6 * MINUTE_MS)
  const bare = ({ text }: { text: string }) => text.replace(/nonce="[^"]*"/g, '')
  const known = await register('vera@guest.test', { password: 'another bell for guests' })
  const unknown = await register('vito@guest.test')
  expect(bare(known)).toBe(bare(unknown))
  const told = lastTo('vera@guest.test')
  expect(told && readable(told)).toContain('You have one already')
  expect(confirmIn('vera@guest.test')).toBe('')
  expect((await signIn('vera@guest.test')).answer.status).toBe(303)
})

test('who made up an address cannot have it opened for them by whoever reads its mail', async () => {
  await register('zora@guest.test', { password: 'the bell of an attacker' })
  mail.pass(6 * MINUTE_MS)
  await register('zora@guest.test')
  const confirm = confirmIn('zora@guest.test')
  const attacker = await signIn('zora@guest.test', { confirm, password: 'the bell of an attacker' })
  expect(attacker.answer.status).toBe(401)
  expect((await signIn('zora@guest.test', { confirm })).answer.status).toBe(303)
})

test('a link is over after a day, and an account nobody opened is forgotten', async () => {
  await register('late@guest.test')
  const confirm = confirmIn('late@guest.test')
  mail.pass(25 * 60 * MINUTE_MS)
  expect((await signIn('late@guest.test', { confirm })).answer.status).toBe(401)
  const { customers } = mail.desk.desk.store
  const now = mail.desk.desk.clock.now()
  await customers.tidy(now - 48 * 60 * MINUTE_MS)
  expect(await customers.byEmailKey('late@guest.test')).toBeDefined()
  await customers.tidy(now)
  expect(await customers.byEmailKey('late@guest.test')).toBeUndefined()
})

test('a forgotten password is set by a link, once, and signs them in', async () => {
  const tab = openTab(mail.desk)
  const page = await tab.get(at.forgot)
  expect(page.text).toContain('name="customer"')
  const sent = await tab.submit(paths.session.forgot, { email: 'vera@guest.test', customer: '1' })
  expect(sent.text).toContain(`href="${at.signIn}"`)
  await mail.round()
  const link = addressIn(lastTo('vera@guest.test'), '/me/reset')
  const token = new URL(link, 'http://desk.test').searchParams.get('token') ?? ''
  const before = await signIn('vera@guest.test')
  expect((await tab.get(link)).text).toContain('vera@guest.test')
  const short = await tab.post(at.reset, { token, password: 'short' })
  expect([short.status, short.text.includes('id="password-problem"')]).toEqual([422, true])
  const fresh = { password: 'another bell for guests' }
  expect((await tab.submit(at.reset, { token, ...fresh })).to).toBe(at.page)
  expect((await before.tab.get(at.page)).headers.get('Location')).toBe(at.signIn)
  expect((await openTab(mail.desk).get(link)).status).toBe(409)
  expect((await signIn('vera@guest.test', fresh)).answer.status).toBe(303)
  expect((await signIn('vera@guest.test')).answer.status).toBe(401)
})

test('another address holds once the link in it was pressed, and not before', async () => {
  const { tab } = await signIn('zora@guest.test')
  const form = { email: 'zora@new.test', current_password: PASSWORD }
  expect((await tab.submit(at.email, form)).to).toBe(at.accountAfter('mailed'))
  await mail.round()
  expect((await signIn('zora@new.test')).answer.status).toBe(401)
  const link = addressIn(lastTo('zora@new.test'), '/me/move').replaceAll('&amp;', '&')
  const { searchParams } = new URL(link, 'http://desk.test')
  const [token, address] = [searchParams.get('token') ?? '', searchParams.get('address') ?? '']
  expect((await openTab(mail.desk).get(link)).text).toContain('zora@new.test')
  expect((await signIn('zora@new.test')).answer.status).toBe(401)
  const forged = { token, address: 'eve@new.test' }
  expect((await openTab(mail.desk).post(at.move, forged)).status).toBe(409)
  expect((await openTab(mail.desk).submit(at.move, { token, address })).text).toContain(
    'zora@new.test',
  )
  expect((await signIn('zora@new.test')).answer.status).toBe(303)
  expect((await signIn('zora@guest.test')).answer.status).toBe(401)
})

test('the link of a missed answer leads who has an account to where they sign in', async () => {
  const tab = await beginChat(mail.desk, 'Will you write to me?')
  await register('away@guest.test')
  await signIn('away@guest.test', { confirm: confirmIn('away@guest.test') }, tab)
  const [row] = (await mail.desk.desk.store.conversations.open('', 100)).slice(-1)
  await mail.take(row?.id ?? '')
  await mail.answer(row?.id ?? '', 'I do')
  mail.pass(6 * MINUTE_MS)
  await mail.round()
  const back = addressIn(lastTo('away@guest.test'), '/chat/back').replaceAll('&amp;', '&')
  expect(back).not.toBe('')
  expect((await openTab(mail.desk).get(back)).headers.get('Location')).toBe(at.signIn)
  const phone = await signIn('away@guest.test')
  expect(saidOn(await phone.tab.get(chat.page))).toEqual(['Will you write to me?', 'I do'])
})
