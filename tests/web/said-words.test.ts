import { afterAll, beforeAll, expect, test } from 'bun:test'
import { textPaths } from '../../views/office/texts/paths'
import { paths } from '../../views/paths'
import { hire, PASSWORD, type TestDesk } from '../support/desk'
import { customerTab, openCustomerDesk } from './customers'
import { openTab, type Tab } from './tab'

const { customers: at, office, session, workbench } = paths

let desk: TestDesk
beforeAll(async () => {
  desk = await openCustomerDesk()
  await hire(desk, 'Olga', 5, 'admin')
})
afterAll(() => desk.close())

const olga = async () => {
  const tab = openTab(desk)
  await tab.get(session.signIn)
  await tab.post(session.signIn, { email: 'olga@desk.test', password: PASSWORD })
  return tab
}

/** What a page says that was done, to who is led there by us and to who comes by a link of others. */
const saidTo = async (tab: Tab, path: string, says: string) => {
  const ways = [
    { 'Sec-Fetch-Site': 'same-origin' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
  ]
  const pages = await Promise.all(ways.map((headers) => tab.get(path, { headers })))
  return pages.map(({ text }) => text.includes(says))
}
const ALONE = [true, false, false, false]

test('a word in an address is said to who was led there by the desk alone', async () => {
  const nobody = openTab(desk)
  const form = { form: 'text', text: 'You won a prize' }
  const [tried = ''] = textPaths.previewOf('chat.hello', 'en', form).split('#')
  const admin = await olga()
  const customer = await customerTab(desk, 'vera@guest.test')
  expect([
    await saidTo(nobody, at.signInAfter('removed'), 'Your account is deleted'),
    await saidTo(nobody, at.registered, 'Look into your mail'),
    await saidTo(nobody, `${session.forgot}?sent`, 'Look into your mail'),
    await saidTo(customer, at.accountAfter('password'), 'Your password is changed'),
    await saidTo(admin, office.after(workbench.me, 'saved'), 'Saved'),
    await saidTo(admin, office.after(office.of('settings'), 'saved'), 'Saved'),
    await saidTo(admin, tried, 'You won a prize'),
  ]).toEqual(Array(7).fill(ALONE))
})

test('where browsers say nothing of that, the page before it does', async () => {
  const says = async (Referer: string) => {
    const headers = { Host: 'desk.test', ...(Referer ? { Referer } : {}) }
    const answer = await desk.request(at.signInAfter('removed'), { headers })
    return (await answer.text()).includes('Your account is deleted')
  }
  expect(await says('http://desk.test/me/account')).toBe(true)
  expect(await says('https://other.test/')).toBe(false)
  expect(await says('')).toBe(true)
})

test('no page shows what a link brings in the place of an address or a name', async () => {
  const bait = 'prize@evil.test'
  for (const path of [
    `${at.move}?done&address=${bait}`,
    `${at.move}?done=1&token=1.2.3&address=${bait}`,
    `${session.forgot}?sent&email=${bait}&address=${bait}`,
    `${at.register}?sent&email=${bait}&name=${bait}`,
    `${at.signIn}?after=made&email=${bait}&address=${bait}&name=${bait}`,
    `${session.signIn}?ended&email=${bait}`,
    `${at.reset}?token=1.2.3&email=${bait}`,
    `/?said=${bait}&done=${bait}`,
  ]) {
    // The switches of a page lead back to its own address, and say nothing of it.
    const { text } = await openTab(desk).get(path)
    expect([path, text.replace(/name="back" value="[^"]*"/g, '').includes('evil')]).toEqual([
      path,
      false,
    ])
  }
})
