import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { amir, ana } from './desk'
import {
  openAt,
  openRow,
  said,
  setStatus,
  signIn,
  startChat,
  until,
  untilLive,
  write,
} from './people'
import { scene, TIME } from './scene'

const pending = (page: Page) => page.locator('#transcript > [data-pending]').count()
const draft = (page: Page) => page.inputValue('.composer textarea')
/** What of people's words a browser holds, in both of a tab's stores. */
const kept = (page: Page) =>
  page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) =>
      /^(left:)?(outbox|draft|note):/.test(key),
    ),
  )

/** Signs out, is asked, and says what becomes of what is not sent. */
const leave = async (page: Page, words: 'keep' | 'delete') => {
  await page.click('.me-button')
  await page.click('#me-menu form[action="/sign-out"] button')
  await page.click(`main button[value=${words}]`)
  await page.waitForSelector('[data-signed-out]')
}

test.concurrent(
  'what an agent wrote waits for them, is said by nobody else, and goes when they say so',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    await desk.hire(amir, { role: 'admin' })
    const page = await cast.agent(ana, 'ready')
    const context = page.context()
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await openRow(page, 'Vera')
    const room = page.url()
    await context.route('**/messages', (route) => route.abort())
    await write(page, 'It is Ana')
    await until('it to wait', () => pending(page), 1)
    await page.locator('.composer textarea').fill('Half a sen')
    const stale = await context.newPage()
    await stale.route('**/messages', (route) => route.abort())
    await stale.goto(room)
    await write(stale, 'It is Ana, too')

    await page.goto('about:blank')
    await context.clearCookies({ name: 'bellhop-session' })
    await context.unroute('**/messages')
    await page.goto(`${desk.url}/sign-in`)
    await signIn(page, amir)
    await page.goto(room)
    await untilLive(page)
    expect([await pending(page), await draft(page)]).toEqual([0, ''])
    // A page that Ana left open sends nothing in Amir's name.
    await stale.unroute('**/messages')
    // On a busy machine it has noticed by itself by now, and is being loaded anew.
    await stale.evaluate(() => window.dispatchEvent(new Event('online'))).catch(() => {})
    await stale.waitForSelector('#note-composer')
    await stale.close()
    await page.locator('#note-composer textarea').fill('Of Amir')
    await page.reload()
    await untilLive(page)
    expect(await said(vera)).toEqual(['Hello?'])

    const other = await context.newPage()
    await other.goto(room)
    await other.locator('.composer textarea').fill('Amir, too')
    await other.goto(`${desk.url}/office`)
    await leave(other, 'delete')
    const kinds = async (tab: Page) => (await kept(tab)).map((key) => key.split(':')[0]).toSorted()
    await until('nothing of Amir in the other tab', () => kinds(other), ['outbox', 'outbox'])
    await page.waitForURL('**/sign-in*')
    await until('nothing of Amir', () => kinds(page), ['draft', 'outbox', 'outbox'])
    await other.close()

    await page.goto(`${desk.url}/sign-in`)
    await signIn(page, ana)
    const all = ['Hello?', 'It is Ana', 'It is Ana, too']
    await until('it to be said by Ana', () => said(vera), all)
    await page.goto(room)
    expect(await draft(page)).toBe('Half a sen')
    // Who signs out in a tab without words is asked of those in another.
    const again = await context.newPage()
    await again.goto(`${desk.url}/workbench`)
    await leave(again, 'keep')
    // A tab is closed, its words are not.
    await page.waitForURL('**/sign-in*')
    await page.close()
    await again.goto(`${desk.url}/sign-in`)
    await signIn(again, ana)
    await again.goto(room)
    expect(await draft(again)).toBe('Half a sen')
    await leave(again, 'delete')
    await until('nothing of anybody', () => kept(again), [])
  }, /ERR_FAILED|status of 4\d\d/),
  TIME,
)

test.concurrent(
  'what a visitor wrote is not said in the chat of who comes after them',
  scene(async (_desk, cast) => {
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    const context = vera.context()
    await context.route('**/chat/messages', (route) => route.abort())
    await write(vera, 'Of Vera')
    await until('it to wait', () => pending(vera), 1)
    await vera.locator('#composer textarea').fill('Half a sen')
    const cookies = await context.cookies()
    await context.clearCookies()
    await context.unroute('**/chat/messages')
    await vera.reload()
    await startChat(vera, { name: 'Vito', text: 'Me too' })
    await untilLive(vera)
    await write(vera, 'Please')
    await until('it to be said', () => pending(vera), 0)
    expect([await said(vera), await draft(vera)]).toEqual([['Me too', 'Please'], ''])
    await context.addCookies(cookies)
    await vera.reload()
    await until('it to be said by Vera', () => said(vera), ['Hello?', 'Of Vera'])
    expect(await draft(vera)).toBe('Half a sen')
    // What the page sent between the two was nobody's.
  }, /ERR_FAILED|status of 404/),
  TIME,
)

test.concurrent(
  'what is begun before a chat stays over a reload and other words and colours, for them alone',
  scene(async (desk, cast) => {
    await desk.department({ name: 'Billing' })
    await desk.hire(ana, { departments: ['Support', 'Billing'] })
    const vera = cast.keep(await openAt(`${desk.url}/chat`))
    const written = { name: 'Vera', email: 'vera@example.org', text: 'Where is\nmy parcel?' }
    const fields = () =>
      vera.evaluate(() =>
        ['name', 'email', 'text'].map((name) => {
          const field = document.querySelector(`main [name=${name}]`)
          return field && 'value' in field ? field.value : null
        }),
      )
    const all = Object.values(written)
    // Whether somebody is there shows as they come and go, and takes nothing from what is written.
    const [send, choice] = [vera.locator('#start .primary'), vera.locator('main select')]
    expect(await send.innerText()).toBe('Leave a message')
    await choice.selectOption({ index: 1 })
    const chosen = await choice.inputValue()
    const agent = await cast.agent(ana, 'ready')
    await until('somebody to be there', () => send.innerText(), 'Start the chat')
    expect(await choice.inputValue()).toBe(chosen)
    await setStatus(agent, 'off')
    await until('nobody to be there', () => send.innerText(), 'Leave a message')
    expect(await choice.innerText()).toContain('Billing · ')
    expect(await choice.inputValue()).toBe(chosen)
    for (const [name, text] of Object.entries(written)) await vera.fill(`main [name=${name}]`, text)
    await vera.reload()
    expect(await fields()).toEqual(all)
    await vera.click('.language-switch button')
    await vera.waitForSelector('html[lang^=zh]')
    expect(await fields()).toEqual(all)
    await vera.click('.segments button[value=dark]')
    await vera.waitForSelector('html[data-theme=dark]')
    expect(await fields()).toEqual(all)
    await vera.context().clearCookies()
    await vera.reload()
    expect(await fields()).toEqual(['', '', ''])
    await startChat(vera, written)
    await untilLive(vera)
    expect(await kept(vera)).toEqual([])
  }),
  TIME,
)

test.concurrent(
  'what nobody came back for has an end, by age and by number, and all else stays',
  scene(async (desk, cast) => {
    const page = cast.keep(await openAt(`${desk.url}/sign-in`))
    await page.evaluate(() => {
      const day = 24 * 3_600_000
      const firstSeen: Record<string, unknown> = {}
      const put = (key: string, days: number) => {
        localStorage.setItem(key, '"words"')
        firstSeen[key] = Date.now() - days * day
      }
      for (const kind of ['outbox', 'left:draft', 'begun', 'leads']) {
        put(`${kind}:ana:old`, 31)
        put(`${kind}:ana:young`, 29)
        // The clock was set back since.
        put(`${kind}:ana:ahead`, -400)
      }
      for (let n = 0; n < 120; n++) put(`left:draft:amir:${n}`, n < 60 ? 20 : 2)
      firstSeen['left:draft:gone:1'] = 0
      localStorage.setItem('first-seen', JSON.stringify(firstSeen))
      localStorage.setItem('sound', 'off')
    })
    await page.reload()
    const stored = () => page.evaluate(() => Object.keys(localStorage))
    const of = async (who: string) =>
      (await stored()).filter((key) => key.includes(`:${who}:`)).map((key) => key.split(':').at(-1))
    // With what is new of Ana there is room for 99 of Amir, and what he left last stays.
    const amirs = await of('amir')
    expect(amirs.filter((n) => Number(n) >= 60)).toHaveLength(60)
    expect(amirs).toHaveLength(99)
    const anas = await of('ana')
    expect([anas.filter((key) => key === 'old'), anas.filter((key) => key === 'ahead')]).toEqual([
      [],
      ['ahead', 'ahead', 'ahead', 'ahead'],
    ])
    expect(await stored()).toContain('sound')
    const record = await page.evaluate(() => localStorage.getItem('first-seen') ?? '')
    expect(record).not.toContain('gone')
    await page.evaluate(() => {
      localStorage.clear()
      localStorage.setItem('first-seen', 'no record')
      localStorage.setItem('left:draft:ana:new', 'words')
    })
    await page.reload()
    expect(await of('ana')).toEqual(['new'])
  }),
  TIME,
)
