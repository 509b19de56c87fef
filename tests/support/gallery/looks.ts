import { afterAll, beforeAll } from 'bun:test'
import type { BrowserContextOptions, Page, ViewportSize } from 'playwright-core'
import type { Theme } from '../../../views/page-context'
import type { Language } from '../../../views/words/language'
import { openPage, type Visit } from '../chromium'
import { now } from './data'
import { openGallery, pageOf } from './server'

type Shown = { name: string; theme?: Theme; language?: Language; size: ViewportSize }

/** The gallery, and one page of a browser to look at it with, for the tests of a file. */
export const openLooks = (options: BrowserContextOptions = {}) => {
  let gallery: Awaited<ReturnType<typeof openGallery>>
  let visit: Visit
  beforeAll(async () => {
    gallery = await openGallery()
    visit = await openPage({ reducedMotion: 'reduce', timezoneId: 'Europe/Berlin', ...options })
    await visit.page.clock.setFixedTime(now)
  })
  afterAll(async () => {
    await visit.close()
    await gallery.stop(true)
  })
  return {
    /** Opens a page of the gallery in a window of this size. */
    show: async ({ name, theme = 'light', language = 'en', size }: Shown) => {
      await visit.page.setViewportSize(size)
      await visit.page.goto(new URL(pageOf(name, theme, language), gallery.url).href)
      await drawnInItsFonts(visit.page)
      return visit.page
    },
    /** What its pages have complained about so far. */
    complaints: () => visit.errors,
  }
}

/**
 * What is measured is the page as it stays. A page asks for its fonts when its words are first laid
 * out, which may be later than its load; before that there is nothing to wait for.
 */
const drawnInItsFonts = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    document.body.getBoundingClientRect()
    await document.fonts.ready
  })

/** Other colours alone: all else of the page, and what is open on it, stays as it is. */
export const wear = (page: Page, theme: Theme): Promise<void> =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name
  }, theme)
