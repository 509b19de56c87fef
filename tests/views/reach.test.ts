import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { closeBrowser, openPage, type Visit } from '../support/chromium'
import { now } from '../support/gallery/data'
import { pictures } from '../support/gallery/pages'
import { openGallery, pageOf } from '../support/gallery/server'
import { outOfReach } from './reach'

const WIDTHS_PX = [320, 375, 760, 768, 820, 1024, 1280, 1440]

let gallery: Awaited<ReturnType<typeof openGallery>>
let visit: Visit
beforeAll(async () => {
  gallery = await openGallery()
  visit = await openPage({ viewport: { width: 1280, height: 740 }, reducedMotion: 'reduce' })
  await visit.page.clock.setFixedTime(now)
})
afterAll(async () => {
  await visit.close()
  await closeBrowser()
  await gallery.stop(true)
})

const show = async (name: string, language: 'en' | 'zh' = 'en'): Promise<Page> => {
  await visit.page.goto(new URL(pageOf(name, 'light', language), gallery.url).href)
  await pictures.find((picture) => picture.name === name)?.act?.(visit.page)
  return visit.page
}

const LOOKS = 5

/** A page that was resized is drawn anew a moment later: what is wrong then is wrong. */
const wrongNow = async (page: Page, within?: string): Promise<string[]> => {
  let found = await outOfReach(page, within)
  for (let look = 1; found.length > 0 && look < LOOKS; look++) {
    await page.waitForTimeout(50)
    found = await outOfReach(page, within)
  }
  return found
}

/** What is wrong at each width, where anything is. */
const wrongAt = async (page: Page, within?: string, widths = WIDTHS_PX) => {
  const wrong: Record<number, string[]> = {}
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 })
    const found = await wrongNow(page, within)
    if (found.length > 0) wrong[width] = found
  }
  return wrong
}

for (const name of ['crowded-list', 'crowded-room', 'crowded-offer', 'crowded-line'])
  test(`every control of ${name} is in the window and on top, whatever its width`, async () => {
    expect(await wrongAt(await show(name))).toEqual({})
    expect(await wrongAt(await show(name, 'zh'), undefined, [320, 760])).toEqual({})
  }, 60_000)

test('so is all that a button opens', async () => {
  for (const [name, opened] of [
    ['bench-transfer', '.transfer .menu'],
    ['bench-ending', '.ask:popover-open'],
    ['bench-shift', '#shift-menu'],
    ['bench-me', '#me-menu'],
  ] as const)
    expect({ name, ...(await wrongAt(await show(name), opened)) }).toEqual({ name })
}, 60_000)

test('a row that lists hold is 60 px high, and a room keeps most of a phone for its talk', async () => {
  const page = await show('crowded-line')
  await page.setViewportSize({ width: 1280, height: 740 })
  const heights = () =>
    page.$$eval('.row', (rows) => [...new Set(rows.map((row) => Math.round(row.clientHeight)))])
  expect(await heights()).toEqual([60])
  const room = await show('bench-room')
  await room.setViewportSize({ width: 320, height: 740 })
  const head = await room.$eval('.room-head', (head) => head.getBoundingClientRect().height)
  expect(head).toBeLessThanOrEqual(64)
})

test('fields are large enough that a phone does not zoom in on them', async () => {
  for (const name of ['bench-room', 'start', 'sign-in', 'ended-rating', 'office-department']) {
    const page = await show(name)
    await page.setViewportSize({ width: 375, height: 740 })
    const small = await page.$$eval('input:not([type=hidden]), textarea, select', (fields) =>
      fields
        .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
        .map((field) => field.outerHTML.slice(0, 80)),
    )
    expect({ name, small }).toEqual({ name, small: [] })
  }
})
