import type { FrameLocator, Page } from 'playwright-core'
import { findingsOf } from '../views/axe'

export const shot = (page: Page, name: string) =>
  process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) : undefined

/** What axe finds, but for that it cannot tell whether the name of a picture says what is on it. */
export const flaws = async (page: Page) =>
  (await findingsOf(page)).filter((each) => !/^unsure: label-content-name-mismatch/.test(each))

export const opens = (on: Page | FrameLocator) => on.locator('.composer [data-emoji]')
export const panel = (on: Page | FrameLocator) => on.locator('#emoji-panel')
/** One that is shown under the kinds, or in the row of those that are used often. */
export const shown = (on: Page | FrameLocator, name: string) =>
  panel(on).locator(`.tabpanel button[title="${name}"]`)
export const often = (on: Page | FrameLocator) => panel(on).locator('.favorites button').first()
export const search = (on: Page | FrameLocator) => panel(on).locator('#search')

/** How wide the page is, and how much the list of emoji scrolls sideways, CSS px. */
export const widthsOf = (page: Page) =>
  page.evaluate(() => {
    const list = document.querySelector('emoji-picker')?.shadowRoot?.querySelector('.tabpanel')
    return [document.documentElement.scrollWidth, list ? list.scrollWidth - list.clientWidth : -1]
  })
