import { expect } from 'bun:test'
import type { Page } from 'playwright-core'
import { systemClock } from '../../src/clock'
import { launchSleeper } from '../support/chromium'
import { quickClock } from '../support/quick-clock'
import { ana, openTestDesk } from './desk'
import { openChat, until, untilLive } from './people'

/** How an agent's page is connected. */
export type Way = 'socket' | 'stream' | 'no script'

/** How long after they fell asleep an agent is out of reach, and what they held in the line, ms. */
const AWAY_MS = 75_000

/** Makes the page take the stream, as one does where no socket gets through. */
const takeStream = (page: Page) =>
  page.addInitScript(() => sessionStorage.setItem('stream', String(Date.now() + 600_000)))

/**
 * Ana's whole browser is stopped while she holds a conversation: on the stream as soon as it has
 * opened. She goes out of reach, her conversation to the front of the line, and nothing new to her.
 * The desk's clock runs `times` as fast as time.
 */
export const fallAsleep = async (way: Way, times = 1): Promise<void> => {
  const desk = await openTestDesk({ clock: times === 1 ? systemClock : quickClock(times) })
  const sleeper = await launchSleeper()
  try {
    const person = await desk.hire(ana)
    const context = await sleeper.browser.newContext({ javaScriptEnabled: way !== 'no script' })
    const page = await context.newPage()
    if (way === 'stream') await takeStream(page)
    const post = (path: string, form: Record<string, string>) =>
      page.request.post(desk.url + path, { form, headers: { Origin: desk.url } })
    await post('/sign-in', { email: ana.email, password: ana.password })
    await page.goto(`${desk.url}/workbench`)
    if (way !== 'no script') await untilLive(page)
    await post('/workbench/status', { status: 'ready' })
    const vera = await openChat(desk.url, { name: 'Vera', text: 'Are you there?' })
    const standing = () => vera.page.locator('#status').getAttribute('data-state')
    await until('Ana to have it', standing, 'active')
    // The stream is the newest thing her browser asked for.
    if (way === 'stream') await page.goto(`${desk.url}/workbench`, { waitUntil: 'commit' })
    if (way === 'stream') await page.waitForSelector('#connection[data-state=live]')
    sleeper.sleep()
    const stored = () => desk.desk.store.agents.find(person)
    const asleepAt = performance.now()
    const left = (ms: number) => asleepAt + ms / times + 2_000 - performance.now()
    const reach = async () => (await stored())?.present
    await until('her to be out of reach', reach, false, left(AWAY_MS))
    const status = async () => (await stored())?.status
    await until('her to be away', status, 'away', left(AWAY_MS))
    await until('hers to wait again', standing, 'left', left(AWAY_MS) + 3_000)
    expect((await stored())?.load).toBe(0)
    const departments = (await desk.desk.store.departments.all()).map(({ id }) => id)
    const [line] = await desk.desk.store.conversations.lineHeads(departments, 1, 0)
    expect(line?.rows.map(({ lane, visitorName }) => [lane, visitorName])).toEqual([[0, 'Vera']])
    await vera.close()
    sleeper.wake()
    const wakes = async () => (await stored())?.present
    if (way !== 'no script') await until('her to be back in reach', wakes, true, 45_000)
    expect((await stored())?.status).toBe('away')
  } finally {
    await sleeper.close()
    await desk.close()
  }
}
