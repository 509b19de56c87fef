import { expect } from 'bun:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Visit } from '../support/chromium'
import { isStaff, search } from '../support/leaks'
import { ana, type Colleague, openTestDesk, type TestDesk } from './desk'
import { openBench, openChat, openRow, untilLive } from './people'

/** Within which a test ends in any case, ms. */
export const TIME = 60_000

type Cast = {
  /** A visitor who has asked. */
  visitor(
    ask: { name?: string; email?: string; text: string },
    options?: BrowserContextOptions,
  ): Promise<Page>
  /** A colleague who has signed in. */
  agent(who: Colleague, status?: 'ready' | 'away', options?: BrowserContextOptions): Promise<Page>
  /** Anybody else who was let in. */
  keep(visit: Visit): Page
}

/** What a browser says of a page that was refused. */
export const REFUSED = /the server responded with a status of 4\d\d/

/**
 * A test with a desk of its own and people at it. At the end no page may have complained, but for
 * what is expected, and nothing stays open.
 */
export const scene =
  (play: (desk: TestDesk, cast: Cast) => Promise<void>, expected?: RegExp): (() => Promise<void>) =>
  async () => {
    const desk = await openTestDesk()
    const visits: Visit[] = []
    const keep = (visit: Visit) => {
      visits.push(visit)
      return visit.page
    }
    try {
      await play(desk, {
        keep,
        visitor: async (ask, options) => keep(await openChat(desk.url, ask, options)),
        agent: async (who, status, options) =>
          keep(await openBench(desk.url, who, { ...options, ...(status ? { status } : {}) })),
      })
      for (const { page } of visits) await searchPage(page)
      const complaints = visits.flatMap(({ errors }) => errors)
      expect(complaints.filter((complaint) => !expected?.test(complaint))).toEqual([])
    } finally {
      // What it waits for before it closes passes while the browsers are closed.
      await Promise.all([desk.close(), ...visits.map((visit) => visit.close())])
    }
  }

/** What a visitor's page holds at the end, shown or not. */
const searchPage = async (page: Page) => {
  if (page.isClosed()) return
  const cookies = await page.context().cookies()
  const isColleagues = isStaff(cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  if (!isColleagues) search(page.url(), await page.content())
}

/** Ana is on duty, and what Vera has asked is open before both. */
export const openTalk = async (
  desk: TestDesk,
  cast: Cast,
): Promise<{ agent: Page; vera: Page }> => {
  await desk.hire(ana)
  const agent = await cast.agent(ana, 'ready')
  const vera = await cast.visitor({ name: 'Vera', text: 'Hello?' })
  await openRow(agent, 'Vera')
  await untilLive(vera)
  return { agent, vera }
}
