import { afterAll, expect, test } from 'bun:test'
import type { Page, Request } from 'playwright-core'
import { installToken } from '../../src/commands/accounts/install'
import { closeBrowser } from '../support/chromium'
import { amir, ana } from './desk'
import { cutScene } from './estate'
import {
  endChat,
  headline,
  openAt,
  openRow,
  rowOf,
  setStatus,
  until,
  untilLive,
  untilState,
  write,
} from './people'
import { REFUSED, scene, TIME } from './scene'

afterAll(closeBrowser)

const LONG = `Pneumono${'ultramicroscopic'.repeat(12)} and 很长很长的一句话没有空格${'长'.repeat(80)}`

/** What is wrong with a page at any width and for anybody who does not see it. */
const flaws = async (page: Page): Promise<string[]> => {
  const found: string[] = []
  for (const width of [320, 375, 1280]) {
    await page.setViewportSize({ width, height: 720 })
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    if (over > 0) found.push(`scrolls sideways by ${over} px at ${width}`)
  }
  return [...found, ...(await page.evaluate(nameless))]
}

/** Runs in the page: what a screen reader could not name, or not tell apart. */
const nameless = (): string[] => {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
  const labelled = (element: HTMLElement) =>
    element.ariaLabel ||
    element.textContent?.trim() ||
    [...((element as HTMLInputElement).labels ?? [])].some((label) => label.textContent?.trim())
  const fields = all('input:not([type=hidden]), select, textarea').filter((field) => {
    const { labels } = field as HTMLInputElement
    return !field.ariaLabel && ![...(labels ?? [])].some((label) => label.textContent?.trim())
  })
  const controls = all('button, a, summary, iframe').filter(
    (control) => !labelled(control) && !control.title,
  )
  const ids = all('[id]').map(({ id }) => id)
  const log = document.querySelector('#transcript:not(body.tail *)')
  return [
    ...fields.map((field) => `no label: ${field.outerHTML.slice(0, 100)}`),
    ...controls.map((control) => `no name: ${control.outerHTML.slice(0, 100)}`),
    ...all('img:not([alt])').map((image) => `no alt: ${image.outerHTML.slice(0, 100)}`),
    ...ids.filter((id, nth) => ids.indexOf(id) !== nth).map((id) => `twice: #${id}`),
    ...(document.documentElement.lang ? [] : ['no language']),
    ...(document.title ? [] : ['no title']),
    ...(all('main').length === 1 ? [] : ['not one main']),
    ...(log && (log.role !== 'log' || log.ariaLive !== 'polite')
      ? ['a log that says nothing']
      : []),
  ]
}

test(
  'no page scrolls sideways, nor has a control without a name',
  scene(async (desk, cast) => {
    const token = await installToken(desk.desk)
    const seen: Record<string, string[]> = {}
    const look = async (what: string, page: Page) => {
      seen[what] = await flaws(page)
    }
    const guest = cast.keep(await openAt(desk.url))
    await look('home', guest)
    for (const path of ['/chat', '/sign-in', '/install', `/install?token=${token}`, '/nowhere']) {
      await guest.goto(desk.url + path)
      await look(path, guest)
    }
    await desk.department({ name: 'Deliveries, returns and everything that is large and heavy' })
    await desk.hire(ana, { capacity: 1 })
    await desk.hire(amir)
    const agent = await cast.agent(ana)
    await look('empty workbench', agent)
    await setStatus(agent, 'ready')
    const vera = await cast.visitor({ name: 'Vera', text: LONG })
    await look('somebody is there', vera)
    const vito = await cast.visitor({ text: LONG })
    await look('in line', vito)
    await openRow(agent, 'Vera')
    await untilLive(vera)
    await write(agent, LONG)
    await until('the reply', () => vera.locator('#transcript > [data-by=agent]').count(), 1)
    await look('a talk', vera)
    await look('a room', agent)
    for (const [what, opener] of [
      ['transfer', '.transfer summary'],
      ['status', '#shift .pill'],
      ['menu', '.me-button'],
    ] as const) {
      await agent.setViewportSize({ width: 320, height: 720 })
      await agent.click(opener)
      await look(`${what} open`, agent)
      await agent.keyboard.press('Escape')
      await agent.reload()
    }
    await agent.click('#room-head a[href$="/decisions"]')
    await look('decisions', agent)
    for (const view of ['mine', 'line', 'closed']) {
      await agent.goto(`${desk.url}/workbench?view=${view}`)
      await look(view, agent)
    }
    await endChat(vera)
    await vera.waitForSelector('.rating')
    await look('ended', vera)
    await agent.goto(`${desk.url}/workbench?view=closed`)
    await look('closed', agent)
    expect(Object.entries(seen).filter(([, found]) => found.length > 0)).toEqual([])
    expect(Object.keys(seen).length).toBeGreaterThan(17)
  }, REFUSED),
  TIME,
)

test(
  'a narrow page names the department as a wide one does, to the visitor and on the desk',
  scene(async (desk, cast) => {
    const departments = ['Support', 'Orders & delivery']
    await desk.department({ name: 'Orders & delivery' })
    await desk.hire(ana, { departments })
    const agent = await cast.agent(ana, 'ready')
    const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
    await until('who helps', () => headline(vera), 'Ana · Support')
    await openRow(agent, 'Vera')
    const about = () => agent.locator('#room-head .who-text p').innerText()
    expect(await about()).toStartWith('Support · ')
    for (const page of [agent, vera]) await page.setViewportSize({ width: 375, height: 740 })
    expect(await headline(vera)).toBe('Ana · Support')
    expect(await about()).toStartWith('Support · ')
    await agent.click('.room-head .back')
    expect(await rowOf(agent, 'Vera').innerText()).toContain('Support')
  }),
  TIME,
)

test(
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

test(
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
    expect(sum('.js')).toBeWithin(1_000, 22 * 1024)
    expect(sum('')).toBeLessThanOrEqual(45 * 1024)
  }),
  TIME,
)

test(
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
    expect(cut).toMatchObject({ says: 'not connected just now', height: narrow.height })
    expect(cut.dot).not.toBe(narrow.dot)
    await vera.setViewportSize({ width: 1280, height: 800 })
    expect((await head()).height).toBe(before.height)
    veras.heal()
    await untilLive(vera, 15_000)
    expect(await head()).toEqual(before)
  }),
  TIME,
)
