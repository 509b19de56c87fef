import type { BrowserContextOptions, Page } from 'playwright-core'
import { openPage, type Visit } from '../support/chromium'
import { waitFor } from '../support/programs'
import type { Colleague } from './desk'

/** How long a page is waited for, ms: much longer than it takes, on a machine that is busy too. */
const WAIT = 15_000
/** Between two looks at a page, ms: each costs the browser a little of what it needs to get on. */
const LOOK_EVERY_MS = 60

/** Asks until the answer equals what is wanted; says both when it never does. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T> | T,
  wanted: T,
  within = WAIT,
): Promise<void> => {
  let last: T | undefined
  const isSo = async () => {
    last = await ask()
    return Bun.deepEquals(last, wanted)
  }
  await waitFor(what, isSo, within, LOOK_EVERY_MS).catch((cause) => {
    const found = JSON.stringify(last)
    throw new Error(`${what}: wanted ${JSON.stringify(wanted)}, found ${found}`, { cause })
  })
}

/** Somebody new at an address, in a browser of their own. What breaks the policy is an error too. */
export const openAt = async (url: string, options: BrowserContextOptions = {}): Promise<Visit> => {
  const visit = await openPage({ viewport: { width: 1280, height: 800 }, locale: 'en', ...options })
  visit.page.context().setDefaultTimeout(WAIT)
  if (options.javaScriptEnabled !== false) await reportBreaches(visit)
  // Whoever waits for a window of files asks for it by this from then on only, which may be too late for a press.
  visit.page.on('filechooser', () => {})
  await visit.page.goto(url)
  return visit
}

const reportBreaches = async ({ page, errors }: Visit) => {
  const context = page.context()
  await context.exposeFunction('breached', (what: string) => void errors.push(`policy: ${what}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (breach) =>
      Reflect.get(window, 'breached')(`${breach.effectiveDirective} ${breach.blockedURI}`),
    )
  })
}

type Question = { name?: string; email?: string; text: string }

/** A visitor who has asked, by requests: the browser has one page less to draw than by the form. */
export const openChat = async (
  url: string,
  ask: Question,
  options: BrowserContextOptions = {},
): Promise<Visit> => {
  const visit = await openAt('about:blank', options)
  const { page } = visit
  const headers = { Origin: url, 'Accept-Language': options.locale ?? 'en' }
  const form = { ...ask, client_id: crypto.randomUUID() }
  const answer = await page.request.post(`${url}/chat`, { form, headers, maxRedirects: 0 })
  if (answer.status() !== 303) throw new Error(`${url}/chat answered ${answer.status()}`)
  await page.goto(`${url}/chat`)
  await page.waitForSelector('#transcript')
  return visit
}

/** The same as a person does it, on the page. */
export const startChat = async (page: Page, { name, email, text }: Question) => {
  if (name) await page.fill('input[name=name]', name)
  if (email) await page.fill('input[name=email]', email)
  await page.fill('textarea[name=text]', text)
  await page.click('main form.stack button[type=submit]')
  await page.waitForSelector('#transcript')
}

/** A colleague at their workbench, signed in by a request; `status` puts them on duty. */
export const openBench = async (
  url: string,
  who: Colleague,
  options: BrowserContextOptions & { status?: 'ready' | 'away' } = {},
): Promise<Visit> => {
  const { status, ...context } = options
  const visit = await openAt('about:blank', context)
  const { page } = visit
  const post = async (path: string, form: Record<string, string>) => {
    const answer = await page.request.post(url + path, { form, headers: { Origin: url } })
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`)
  }
  await post('/sign-in', { email: who.email, password: who.password })
  if (status) await post('/workbench/status', { status })
  await page.goto(`${url}/workbench`)
  return visit
}

/** The same as a person does it, on the page. */
export const signIn = async (page: Page, who: Colleague) => {
  await page.fill('input[name=email]', who.email)
  await page.fill('input[name=password]', who.password)
  await page.click('main form button[type=submit]')
  await page.waitForURL('**/workbench')
}

export const setStatus = async (page: Page, status: 'ready' | 'away' | 'off') => {
  await page.click('#shift .pill')
  await page.click(`#shift-menu button[value=${status}]`)
  // Who holds something is asked first.
  const card = page.locator('#go-off button[type=submit]')
  if (await card.isVisible()) await card.click()
  await page.waitForSelector(`#shift[data-status=${status}]`)
}

/** Ends the conversation that is open: the page asks, and is told yes. */
export const endChat = async (page: Page) => {
  await page.click('.end-chat > button')
  await page.click('#end button[type=submit]')
}

/** Writes in the open conversation, as a person does: keys, then Enter. */
export const write = async (page: Page, text: string) => {
  await page.locator('#composer textarea').fill(text)
  await page.keyboard.press('Enter')
}

/** A visitor's row in any list of the workbench. */
export const rowOf = (page: Page, name: string) =>
  page.locator('#inbox li', { has: page.locator('.row-name', { hasText: name }) })

export const openRow = async (page: Page, name: string) => {
  const link = rowOf(page, name).locator('a')
  const address = await link.getAttribute('href')
  await link.click()
  await page.waitForURL(`**${address}`)
  await page.waitForSelector('#connection[data-state=live]')
}

/** What was said, in the order of the page. */
export const said = (page: Page) =>
  page.locator('#transcript > [data-kind=said] .body').allInnerTexts()

/** What the desk tells, in the order of the page. */
export const told = (page: Page) =>
  page.locator('#transcript > [data-kind=noticed] .body').allInnerTexts()

/** Who a visitor's page says is helping them. */
export const headline = (page: Page) => page.locator('#status h1').innerText()

/** Where a visitor's page says they stand: `waiting`, `active`, `ended` … */
export const standing = (page: Page) => page.locator('#status').getAttribute('data-state')

/** `live`, `reconnecting`, `offline` …: what the page says of its own connection. */
export const stateOf = (page: Page) =>
  page.locator('#connection').getAttribute('data-state', { timeout: 500 })

export const untilState = (page: Page, state: string, within = WAIT) =>
  until(`the connection to be ${state}`, () => stateOf(page), state, within)

export const untilLive = (page: Page, within = WAIT) => untilState(page, 'live', within)
