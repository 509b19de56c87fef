import { afterAll, beforeAll, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import { claimTalks } from '../../src/commands/visitors/claim-talks'
import { paths } from '../../views/paths'
import { until } from '../support/desk'
import { openTab, saidOn } from '../web/tab'
import { linkIn, type MailDesk, MINUTE_MS, openMailDesk } from './mail-desk'
import { readable } from './mail-server'

const DAY_MS = 86_400_000
let mail: MailDesk
beforeAll(async () => {
  mail = await openMailDesk()
})
afterAll(() => mail.close())

/** Somebody is answered while they are gone, and gets a mail. */
const mailed = async (name: string) => {
  const talk = await mail.ask(name)
  await mail.answer(talk.id, `For ${name}`)
  mail.pass(6 * MINUTE_MS)
  await mail.round()
  const [sent] = mail.mailsTo(`${name.toLowerCase()}@guest.test`)
  return { ...talk, ...linkIn(sent), text: sent ? readable(sent) : '' }
}
const reasonOf = (page: { text: string }) => JSON.parse(page.text).error.reason
const json = { accept: 'json' } as const
const prove = async (visitor: string, subject: string, email: string) => {
  const at = mail.desk.desk.clock.now()
  const event = { type: 'identified', at, subject, name: subject, email, attributes: {} } as const
  await mail.desk.desk.system.send(addressOf('visitor', visitor), event)
}
const pathOf = (to: string) => to.replace(/#.*/, '')

test('a link opens by a press, however often it was looked at, and again where an answer was lost', async () => {
  const { link, pathname, form } = await mailed('Vera')
  // Filters of mail look at links, before people do and by several machines.
  for (let n = 0; n < 3; n += 1) {
    const filter = openTab(mail.desk)
    expect((await filter.get(link)).status).toBe(200)
    expect(filter.jar.has('bellhop-visitor')).toBe(false)
  }
  const tampered = { ...form, e: `${Number(form.e) + 1}` }
  expect((await openTab(mail.desk).post(pathname, tampered)).status).toBe(404)
  const phone = openTab(mail.desk)
  // Its answer never came: no cookie was kept.
  expect((await phone.post(pathname, form)).status).toBe(303)
  phone.jar.clear()
  const back = await phone.submit(pathname, form)
  expect(pathOf(back.to)).toBe(paths.chat.page)
  expect(saidOn(back)).toEqual(['My lamp is dark', 'For Vera'])
  const cookie = phone.jar.get('bellhop-visitor')
  // Who is back already goes on as who they are.
  expect((await phone.get(link)).status).toBe(303)
  await phone.submit(pathname, form)
  expect(phone.jar.get('bellhop-visitor')).toBe(cookie)
  const desktop = openTab(mail.desk)
  expect(saidOn(await desktop.submit(pathname, form))).toEqual(['My lamp is dark', 'For Vera'])
})

test('after seven days it opens nothing, but for who is back by then', async () => {
  const { link, pathname, form, token } = await mailed('Wim')
  const known = openTab(mail.desk)
  known.jar.set('bellhop-visitor', token)
  mail.pass(8 * DAY_MS)
  const late = await openTab(mail.desk).post(pathname, form, json)
  expect([late.status, reasonOf(late)]).toEqual([409, 'linkOver'])
  expect((await openTab(mail.desk).get(link)).text).toContain('older than seven days')
  expect((await known.get(link)).status).toBe(303)
})

test('what became a known person’s leads them there, and makes nobody else them', async () => {
  const { id, link, pathname, form, person } = await mailed('Nobody')
  const home = openTab(mail.desk)
  const other = await mail.ask('Home')
  home.jar.set('bellhop-visitor', other.token)
  await prove(other.person.id, 'customer-7', 'seven@shop.test')
  await claimTalks(mail.desk.desk, person.id, { visitor: other.person.id, name: 'Seven' })
  const { store } = mail.desk.desk
  const isTheirs = async () => (await store.conversations.row(id))?.visitor === other.person.id
  expect(await until(isTheirs)).toBe(true)
  const reader = openTab(mail.desk)
  const refused = await reader.post(pathname, form, json)
  expect([refused.status, reasonOf(refused)]).toEqual([409, 'talkOfAccount'])
  expect((await reader.get(link)).text).toContain('belongs to an account')
  expect(reader.jar.has('bellhop-visitor')).toBe(false)
  const led = await home.submit(pathname, form)
  expect(saidOn(led)).toContain('For Nobody')
})

test('who proved who they are after they gave an address does not lose that to its reader', async () => {
  const { pathname, form, person } = await mailed('Typo')
  await prove(person.id, 'customer-8', '')
  const refused = await openTab(mail.desk).post(pathname, form, json)
  expect([refused.status, reasonOf(refused)]).toEqual([409, 'talkOfAccount'])
})

test('a mail that has not gone yet goes to whose conversation it is by then', async () => {
  const { id, person } = await mail.ask('Before')
  await mail.answer(id, 'Only for you')
  mail.pass(6 * MINUTE_MS)
  await mail.round('smtp://127.0.0.1:1')
  const known = await mail.ask('After')
  await prove(known.person.id, 'customer-9', 'nine@shop.test')
  await claimTalks(mail.desk.desk, person.id, { visitor: known.person.id, name: 'Nine' })
  mail.pass(5 * MINUTE_MS)
  await mail.round()
  expect(mail.mailsTo('before@guest.test')).toEqual([])
  const [sent] = mail.mailsTo('nine@shop.test')
  const text = sent ? readable(sent) : ''
  expect(text).toContain('Only for you')
  expect(text).toContain('sign in on the site')
})

test('nothing of what a server says is kept or logged but its code', async () => {
  const { id } = await mail.ask('Secret')
  await mail.answer(id, 'Hello?')
  mail.pass(6 * MINUTE_MS)
  mail.server.refuse({ code: 451, says: 'secret@guest.test wrote: my lamp is dark' })
  await mail.round()
  mail.server.refuse({ code: 550, says: 'No mailbox secret@guest.test here' })
  mail.pass(MINUTE_MS + 1)
  await mail.round()
  mail.server.refuse(undefined)
  const letter = await mail.desk.desk.store.letters.lastOf(id)
  expect([letter?.state, letter?.problem]).toEqual(['dead', 'EENVELOPE 550'])
  const told = mail.lines.filter((line) => line.includes(letter?.id ?? 'none'))
  expect(told).toHaveLength(2)
  expect(told.join()).toContain('EENVELOPE 451')
  expect(mail.lines.join()).not.toMatch(/guest\.test|lamp|mailbox/i)
})

test('mail is forgotten two weeks later, and what it told of is not told again', async () => {
  const { id } = await mailed('Later')
  const { letters } = mail.desk.desk.store
  mail.pass(14 * DAY_MS)
  await letters.forget(mail.desk.desk.clock.now() - 14 * DAY_MS + 1)
  expect(await letters.lastOf(id)).toBeUndefined()
  await mail.round()
  expect(mail.mailsTo('later@guest.test')).toHaveLength(1)
})
