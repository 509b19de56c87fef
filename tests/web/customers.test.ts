import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { hashToken } from '../../src/commands/tokens'
import { current } from '../../src/commands/visitors/current'
import { paths } from '../../views/paths'
import { hire, PASSWORD, type TestDesk } from '../support/desk'
import { customerTab, openCustomerDesk, signInAs, wanted } from './customers'
import { actionsOf, beginChat, hidden, openTab, saidOn, type Tab } from './tab'

const { chat, customers: at } = paths
let desk: TestDesk
beforeAll(async () => {
  desk = await openCustomerDesk()
  await hire(desk, 'Ana', 50)
})
afterAll(() => desk.close())

const tokenOf = (tab: Tab) => tab.jar.get('bellhop-visitor') ?? ''
const visitorOf = async (tab: Tab) =>
  (await desk.desk.store.visits.visitorOf(hashToken(tokenOf(tab)))) ?? ''
const talkOf = async (tab: Tab) => current(desk.desk, await visitorOf(tab))
const beginAgain = async (tab: Tab, text: string) => {
  const page = await tab.get(chat.again)
  return tab.submit(chat.page, { text, client_id: hidden(page, 'client_id') })
}
const reasonOf = ({ text }: { text: string }): string => JSON.parse(text).error?.reason

describe('while visitors may have no accounts', () => {
  test('there is nothing at their addresses, and no page leads there', async () => {
    const tab = await customerTab(desk, 'off@guest.example')
    await changeDeskSettings(desk.desk, 'customers', { customers: 'no' })
    await desk.web.reads.settings.load()
    const form = wanted('later@guest.example')
    const asked = [
      ...[at.register, at.signIn, at.page, at.account, at.export, at.reset, at.move].map((path) =>
        tab.get(path),
      ),
      ...[at.register, at.signIn, at.account, at.removal, at.signOut].map((path) =>
        tab.post(path, form),
      ),
    ]
    for (const { status } of await Promise.all(asked)) expect(status).toBe(404)
    expect((await openTab(desk).get(chat.page)).text).not.toContain(`href="${at.page}"`)
    expect((await openTab(desk).get(paths.home)).text).not.toContain(`href="${at.page}"`)
    await changeDeskSettings(desk.desk, 'customers', { customers: 'yes' })
    await desk.web.reads.settings.load()
    expect((await tab.get(at.page)).status).toBe(200)
    expect((await openTab(desk).get(chat.page)).text).toContain(`href="${at.page}"`)
  })
})

describe('registering', () => {
  test('answers the same for an address that has an account and for one that has none', async () => {
    await customerTab(desk, 'known@guest.example')
    const answers = await Promise.all(
      ['known@guest.example', 'KNOWN@guest.example', 'unknown@guest.example'].map((email) =>
        openTab(desk).post(
          at.register,
          wanted(email, { name: 'Eve', password: `other ${PASSWORD}` }),
        ),
      ),
    )
    const seen = answers.map(({ status, headers, text }) => [status, headers.get('Location'), text])
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
    // What is there stays as it was: nobody takes an account over by wanting it.
    const known = await desk.desk.store.customers.byEmailKey('known@guest.example')
    expect(known?.name).toBe('Vera Lind')
    expect((await signInAs(openTab(desk), 'known@guest.example')).status).toBe(303)
  })

  test.each([
    ['name', { name: ' ' }],
    ['email', { email: 'vera' }],
    ['password', { password: 'short' }],
    ['consent', { consent: '' }],
  ])('is refused for its %s, with what was typed and the fault in focus', async (field, more) => {
    const form = wanted('refused@guest.example', more)
    const { status, text } = await openTab(desk).post(at.register, form)
    expect(status).toBe(422)
    expect(text).toContain(`id="${field}-problem"`)
    if (field !== 'email') expect(text).toContain('value="refused@guest.example"')
    expect(text).not.toContain(PASSWORD)
    if (field !== 'consent') expect(text).toMatch(new RegExp(`name="${field}"[^>]*autofocus`))
    expect(await desk.desk.store.customers.byEmailKey('refused@guest.example')).toBeUndefined()
  })

  test('makes nothing for what fills in everything', async () => {
    const form = wanted('robot@guest.example', { website: 'https://spam.example' })
    expect((await openTab(desk).post(at.register, form)).status).toBe(303)
    expect(await desk.desk.store.customers.byEmailKey('robot@guest.example')).toBeUndefined()
  })
})

describe('signing in', () => {
  test('is by an account of one’s own, and no colleague’s; and the other way round', async () => {
    const staff = await signInAs(openTab(desk), 'ana@desk.test')
    expect(staff.status).toBe(401)
    const tab = await customerTab(desk, 'both@guest.example')
    const { session } = paths
    const form = { email: 'both@guest.example', password: PASSWORD }
    expect((await tab.post(session.signIn, form)).status).toBe(401)
    for (const path of [paths.workbench.page, paths.office.page])
      expect((await tab.get(path)).headers.get('Location')).toContain(session.signIn)
  })

  test('answers alike for a wrong password and for an address without an account', async () => {
    await customerTab(desk, 'right@guest.example')
    const [wrong, nobody] = await Promise.all(
      ['right@guest.example', 'never@guest.example'].map((email) =>
        openTab(desk).post(at.signIn, { email, password: 'not the right one' }, { accept: 'json' }),
      ),
    )
    expect([wrong?.status, wrong && reasonOf(wrong)]).toEqual([401, 'signInWrong'])
    expect([nobody?.status, nobody && reasonOf(nobody)]).toEqual([401, 'signInWrong'])
  })

  test('gives a cookie that is new, and the one of before is nobody’s', async () => {
    const tab = await beginChat(desk, 'Before I had an account')
    const before = tokenOf(tab)
    await customerTab(desk, 'fixed@guest.example', tab)
    expect(tokenOf(tab)).not.toBe(before)
    const thief = openTab(desk)
    thief.jar.set('bellhop-visitor', before)
    expect(saidOn(await thief.get(chat.page))).toEqual([])
    expect((await thief.get(at.page)).headers.get('Location')).toBe(at.signIn)
  })

  test('without a cookie that is kept says so', async () => {
    const form = { email: 'kept@guest.example', password: PASSWORD, cookie: 'given' }
    const { status, text } = await openTab(desk).post(at.signIn, form, { accept: 'json' })
    expect([status, JSON.parse(text).error.reason]).toEqual([422, 'cookiesBlocked'])
  })

  test('is asked for first by every page and every form of an account', async () => {
    const stranger = await beginChat(desk, 'I have none')
    for (const path of [at.page, at.account, at.export])
      expect((await stranger.get(path)).headers.get('Location')).toBe(at.signIn)
    for (const path of [at.account, at.email, at.password, at.removal, at.signOut]) {
      const { status, text } = await stranger.post(path, { name: 'Mallory' }, { accept: 'json' })
      expect([path, status, JSON.parse(text).error.reason]).toEqual([path, 401, 'signInFirst'])
    }
  })
})

describe('a customer', () => {
  test('keeps what they said as nobody, and finds it on another device', async () => {
    const home = await beginChat(desk, 'The lamp is dark', 'Somebody')
    await customerTab(desk, 'vera@guest.example', home)
    expect(saidOn(await home.get(chat.page))).toEqual(['The lamp is dark'])
    expect((await talkOf(home))?.visitorName).toBe('Vera Lind')
    expect((await home.get(at.page)).text).toContain('The lamp is dark')
    await home.submit(at.signOut)
    expect(home.jar.has('bellhop-visitor')).toBe(false)
    expect(saidOn(await home.get(chat.page))).toEqual([])
    const phone = openTab(desk)
    await signInAs(phone, 'vera@guest.example')
    expect((await phone.get(at.page)).text).toContain('The lamp is dark')
    expect(saidOn(await phone.get(chat.page))).toEqual(['The lamp is dark'])
  })

  test('takes along what they began elsewhere, and goes on with one at a time', async () => {
    const home = await beginChat(desk, 'From my desk')
    await customerTab(desk, 'wanda@guest.example', home)
    await home.post(chat.closure)
    const phone = await beginChat(desk, 'From my phone')
    await signInAs(phone, 'wanda@guest.example')
    expect(await visitorOf(phone)).toBe(await visitorOf(home))
    expect(saidOn(await home.get(chat.page))).toEqual(['From my phone'])
    const { text } = await home.get(at.page)
    expect(text).toContain('From my desk')
    expect(text).toContain('From my phone')
    const [past = ''] = [...text.matchAll(/href="(\/chat\/past\/[\w-]+)"/g)].map(
      ([, to]) => to ?? '',
    )
    const read = await home.get(past)
    expect(saidOn(read)).toEqual(['From my desk'])
    expect(actionsOf(read)).not.toContain(`${past}/reopening`)
    await home.post(chat.closure)
    const again = await home.submit(`${past}/reopening`)
    expect(saidOn(again)).toEqual(['From my desk'])
  })

  test('sees nothing of another’s, by whatever address', async () => {
    const vera = await customerTab(desk, 'mine@guest.example')
    await beginAgain(vera, 'A secret of mine')
    const id = (await talkOf(vera))?.id ?? ''
    const vito = await customerTab(desk, 'his@guest.example')
    for (const path of [chat.pastOne(id), `${at.page}?q=secret`, at.page, at.export]) {
      const { status, text } = await vito.get(path)
      expect([200, 404]).toContain(status)
      expect(text).not.toContain('A secret of mine')
    }
  })
})
