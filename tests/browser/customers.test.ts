import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { countVain } from '../../src/commands/customers/suspicion'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { paths } from '../../views/paths'
import { ana, type TestDesk } from './desk'
import { openAt, said, startChat, until } from './people'
import { REFUSED, scene, TIME } from './scene'

const { customers: at, chat } = paths
const vera = { email: 'vera@guest.example', password: 'a lamp that is never dark' }

/** Visitors may have accounts at this desk. */
const open = async (desk: TestDesk) => {
  await desk.hire(ana)
  await changeDeskSettings(desk.desk, 'customers', { customers: 'yes' })
}

const register = async (page: Page, url: string) => {
  await page.goto(url + at.register)
  await page.getByLabel('Your name', { exact: true }).fill('Vera Lind')
  await page.getByLabel('E-mail', { exact: true }).fill(vera.email)
  await page.getByLabel('Password', { exact: true }).fill(vera.password)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByText('sign in with the password you chose').waitFor()
}
const signIn = async (page: Page, url: string) => {
  await page.goto(url + at.signIn)
  await page.getByLabel('E-mail', { exact: true }).fill(vera.email)
  await page.getByLabel('Password', { exact: true }).fill(vera.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(url + at.page)
}

for (const [how, options] of [
  ['with a script', {}],
  ['without one', { javaScriptEnabled: false }],
] as const)
  test.concurrent(
    `somebody registers, talks, signs out, and finds it on another device, ${how}`,
    scene(async (desk, cast) => {
      await open(desk)
      await cast.agent(ana, 'ready')
      const home = cast.keep(await openAt('about:blank', options))
      await register(home, desk.url)
      await signIn(home, desk.url)
      await home.getByText('No chats yet').waitFor()
      await home.getByRole('link', { name: 'Start a chat' }).click()
      await home.locator('textarea[name=text]').fill('Is the lamp back in stock?')
      await home.getByRole('button', { name: 'Start the chat' }).click()
      await until('the message', () => said(home), ['Is the lamp back in stock?'])
      await home.goto(desk.url + at.page)
      await home.getByRole('button', { name: 'Sign out' }).click()
      await home.getByText('You are signed out here').waitFor()
      await home.goto(desk.url + chat.page)
      expect(await said(home)).toEqual([])

      const phone = cast.keep(await openAt('about:blank', options))
      await signIn(phone, desk.url)
      await phone.getByRole('searchbox').fill('lamp stock')
      await phone.getByRole('button', { name: 'Search', exact: true }).click()
      await until('what was found', () => phone.locator('mark').allInnerTexts(), ['lamp', 'stock'])
      await phone.locator('.past-line').click()
      await phone.waitForURL(desk.url + chat.page)
      await until('the talk', () => said(phone), ['Is the lamp back in stock?'])
    }),
    TIME,
  )

test.concurrent(
  'after many tries in vain a browser does some work, and is let in at once',
  scene(async (desk, cast) => {
    await open(desk)
    const page = cast.keep(await openAt('about:blank'))
    await register(page, desk.url)
    const tried = { key: vera.email, address: '192.0.2.1' }
    for (let n = 0; n < 5; n += 1) await countVain(desk.desk, tried)
    await page.goto(desk.url + at.signIn)
    await page.getByLabel('E-mail', { exact: true }).fill(vera.email)
    await page.getByLabel('Password', { exact: true }).fill('not the right one')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const solved = () => page.locator('[data-task]').inputValue()
    await until('a task, solved', async () => /:\d+$/.test(await solved()), true)
    await page.getByLabel('Password', { exact: true }).fill(vera.password)
    const began = performance.now()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(desk.url + at.page)
    expect(performance.now() - began).toBeLessThan(2_900)
  }, REFUSED),
  TIME,
)

/** The same, and what it says of a request that is cut on its way. */
const REFUSED_OR_CUT = new RegExp(`${REFUSED.source}|net::ERR_FAILED`)

/** What a browser keeps of words that were not sent, in a tab and beyond it. */
const wordsIn = (page: Page) =>
  page.evaluate(() =>
    [localStorage, sessionStorage]
      .flatMap((store) => Object.entries(store))
      .filter(([key]) => /^(?:left:)?(?:draft|outbox|inside):/.test(key))
      .map(([, words]) => words),
  )

test.concurrent(
  'who signs out leaves no words in the browser, in no tab; who is in again begins anew',
  scene(async (desk, cast) => {
    await open(desk)
    const home = cast.keep(await openAt('about:blank'))
    await register(home, desk.url)
    await signIn(home, desk.url)
    await home.goto(desk.url + chat.page)
    await startChat(home, { text: 'Is the lamp back?' })
    await home.locator('#composer textarea').fill('My card number is')
    const account = await home.context().newPage()
    await account.goto(desk.url + at.page)
    // A line that could not be sent yet is one of theirs, too.
    await home.route('**/chat/messages', (route) => route.abort())
    await home.keyboard.press('Enter')
    await home.locator('#composer textarea').fill('and its code')
    expect((await wordsIn(home)).join()).toContain('and its code')
    expect((await wordsIn(account)).join()).toContain('My card number is')
    await account.getByRole('button', { name: 'Sign out' }).click()
    await account.getByText('You are signed out here').waitFor()
    expect(await wordsIn(account)).toEqual([])
    // The other tab is nobody's any more, and shows the form before a chat.
    await home.locator('textarea[name=text]').waitFor()
    await until('nothing to be left there', () => wordsIn(home), [])
    await home.unroute('**/chat/messages')
    await signIn(home, desk.url)
    await home.goto(desk.url + chat.page)
    await home.locator('#composer textarea').fill('Here I am again')
    await home.reload()
    expect(await home.locator('#composer textarea').inputValue()).toBe('Here I am again')
    expect(await said(home)).toEqual(['Is the lamp back?'])
  }, REFUSED_OR_CUT),
  TIME,
)
