import { expect, test } from 'bun:test'
import type { Page, Request } from 'playwright-core'
import { cutScene } from './cut-scene'
import { ana } from './desk'
import {
  headline,
  openAt,
  openRow,
  rowOf,
  setStatus,
  standing,
  startChat,
  until,
  untilLive,
  untilState,
} from './people'
import { scene, TIME } from './scene'

test.concurrent(
  'a narrow page names the department as a wide one does, to the visitor and on the desk',
  scene(async (desk, cast) => {
    const departments = ['Support', 'Orders & delivery']
    await desk.department({ name: 'Orders & delivery' })
    await desk.hire(ana, { departments })
    const agent = await cast.agent(ana, 'ready')
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await until('who helps', () => headline(vera), 'Ana · Support')
    await openRow(agent, 'Vera')
    const about = async () =>
      (await agent.locator('#room-head .who-text p').innerText()).replace(/\s+/g, ' ')
    expect(await about()).toStartWith('Support')
    for (const page of [agent, vera]) await page.setViewportSize({ width: 375, height: 740 })
    expect(await headline(vera)).toBe('Ana · Support')
    expect(await about()).toStartWith('Support')
    await agent.click('.room-head .back')
    expect(await rowOf(agent, 'Vera').innerText()).toContain('Support')
  }),
  TIME,
)

test.concurrent(
  'names as long as they may be leave three quarters of a small window to the talk',
  scene(async (desk, cast) => {
    const long = `Ana ${'Featherstonehaugh-'.repeat(7)}`.slice(0, 120)
    await desk.department({ id: 'support', name: `Support ${long}`.slice(0, 60) })
    await desk.department({ name: 'Orders' })
    await desk.hire({ ...ana, name: long }, { departments: ['support'] })
    const agent = await cast.agent({ ...ana, name: long }, 'ready')
    const window = { width: 320, height: 568 }
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' }, { viewport: window })
    const share = async () =>
      ((await vera.locator('.chat-head').boundingBox())?.height ?? Number.NaN) / window.height
    await until('who helps', () => standing(vera), 'active')
    expect(await share()).toBeLessThan(0.25)
    await setStatus(agent, 'off')
    await until('nobody to be there', () => standing(vera), 'left')
    expect(await share()).toBeLessThan(0.25)
  }),
  TIME,
)

test.concurrent(
  'colours, language and sound are switched where one is',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = await cast.agent(ana)
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    for (const page of [agent, vera]) {
      await untilLive(page)
      if (page === agent) await page.click('.me-button')
      await page.click('#sound')
      expect(await page.getAttribute('#sound', 'aria-pressed')).toBe('false')
      await page.click('.language-switch button')
      await page.waitForSelector('html[lang^=zh]')
      await untilLive(page)
      expect(await page.getAttribute('#sound', 'aria-pressed')).toBe('false')
    }
    await agent.click('.me-button')
    await agent.click('#me-menu button[value=dark]')
    await agent.waitForSelector('html[data-theme=dark]')
    await untilLive(agent)
    expect(new URL(agent.url()).pathname).toBe('/workbench')
  }),
  TIME,
)

test.concurrent(
  'a reply sounds where nobody looks, and in between the browser computes no silence',
  scene(async (desk, cast) => {
    const vera = cast.keep(await openAt('about:blank'))
    await vera.addInitScript(() => {
      const notes: string[] = []
      const Heard = class extends AudioContext {
        constructor() {
          super()
          Object.assign(window, { audio: this, notes })
        }
        override createOscillator() {
          notes.push(this.state)
          return super.createOscillator()
        }
      }
      Object.assign(window, { AudioContext: Heard })
    })
    await vera.goto(`${desk.url}/chat`)
    await startChat(vera, { name: 'Vera', text: 'Hello?' })
    const state = () => vera.evaluate(() => Reflect.get(window, 'audio')?.state)
    await vera.click('#composer textarea')
    await until('it to rest', state, 'suspended')
    const notes = () => vera.evaluate(() => Reflect.get(window, 'notes'))
    for (const nth of [1, 2]) {
      await vera.evaluate((minutes) => {
        document.hasFocus = () => false
        performance.now = () => minutes * 60_000
        document.dispatchEvent(new Event('bellhop:reply'))
      }, nth)
      await until('both notes', notes, Array(2 * nth).fill('running'))
      await until('it to rest again', state, 'suspended')
    }
  }),
  TIME,
)

test.concurrent(
  'times are on the clock of whoever reads, from the first page on',
  scene(async (desk, cast) => {
    const zone = { timezoneId: 'Asia/Tashkent' }
    const drawnIn = (page: Page) => () => page.getAttribute('body', 'data-zone')
    const vera = cast.keep(await openAt(`${desk.url}/chat`, zone))
    await startChat(vera, { name: 'Vera', text: 'Hello?' })
    expect(await drawnIn(vera)()).toBe(zone.timezoneId)
    // Who comes straight to a live page has told nobody before: it is drawn again, once.
    await desk.hire(ana)
    const agent = await cast.agent(ana, undefined, zone)
    await until('the zone', drawnIn(agent), zone.timezoneId)
    await untilLive(agent)
  }),
  TIME,
)

test.concurrent(
  'a visitor loads at most 45 kB',
  scene(async (desk, cast) => {
    const visitor = cast.keep(await openAt('about:blank'))
    const loaded: Request[] = []
    visitor.on('requestfinished', (request) => void loaded.push(request))
    await visitor.goto(`${desk.url}/chat`)
    await visitor.fill('textarea[name=text]', 'Hello?')
    await visitor.click('main form.stack button[type=submit]')
    await untilLive(visitor)
    const files = loaded.filter((request) => !request.url().endsWith('.woff2'))
    const sizes = await Promise.all(files.map((request) => request.sizes()))
    const sum = (ending: string) =>
      files.reduce((total, request, nth) => {
        const bytes = sizes[nth]?.responseBodySize ?? 0
        return total + (new URL(request.url()).pathname.endsWith(ending) ? bytes : 0)
      }, 0)
    expect(sum('.css')).toBeGreaterThan(1_000)
    expect(sum('.js')).toBeWithin(1_000, 22 * 1024 + 1)
    expect(sum('')).toBeLessThanOrEqual(45 * 1024)
  }),
  TIME,
)

test.concurrent(
  'a page that is cut off does not say that somebody is there, and keeps its shape',
  cutScene(async ({ vera, veras }) => {
    const head = async () => ({
      says: await vera.locator('.who p').innerText(),
      dot: await vera
        .locator('.who .presence')
        .evaluate((dot) => getComputedStyle(dot).backgroundColor),
      height: (await vera.locator('.chat-head').boundingBox())?.height,
    })
    const before = await head()
    expect(before.says).toBe('is here for you')
    await vera.setViewportSize({ width: 375, height: 740 })
    const narrow = await head()
    veras.cut()
    await untilState(vera, 'reconnecting')
    const cut = await head()
    expect(cut).toMatchObject({ says: 'not connected', height: narrow.height })
    expect(cut.dot).not.toBe(narrow.dot)
    await vera.setViewportSize({ width: 1280, height: 800 })
    expect((await head()).height).toBe(before.height)
    veras.heal()
    await untilLive(vera, 15_000)
    expect(await head()).toEqual(before)
  }),
  TIME,
)
