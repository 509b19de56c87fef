import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { openPage, type Visit } from '../support/chromium'
import { now } from '../support/gallery/data'
import { openGallery, pageOf } from '../support/gallery/server'

let gallery: Awaited<ReturnType<typeof openGallery>>
let visit: Visit
beforeAll(async () => {
  gallery = await openGallery()
  visit = await openPage({ viewport: { width: 1280, height: 740 }, timezoneId: 'Europe/Berlin' })
  await visit.page.clock.setFixedTime(now)
})
afterAll(async () => {
  await visit.close()
  await gallery.stop(true)
})

const show = async (name: string): Promise<Page> => {
  await visit.page.goto(new URL(pageOf(name, 'light', 'en'), gallery.url).href)
  return visit.page
}

/** A line as a feed brings it. */
const bring = (page: Page, seq: number, at: string, kind = 'said', more = '') =>
  page.evaluate(
    (html) =>
      Reflect.get(window, 'htmx').swap({
        ...{ sourceElement: document.body, target: 'body', swap: 'none', text: html },
      }),
    `<hx-upsert hx-target="#transcript" Key="data-seq" sort=""><li id="e-${seq}" class="entry"
      data-seq="${seq}" data-day="19" data-by="${kind === 'said' ? 'visitor' : 'desk'}"
      data-side="mine" data-kind="${kind}" ${more}><div class="body">Line ${seq}</div>
      <p class="meta"><time datetime="${at}">${at.slice(11, 16)}</time></p></li></hx-upsert>`,
  )
const grouped = (page: Page) =>
  page.$$eval('#transcript > [data-grouped]', (all) => all.map((each) => Number(each.dataset.seq)))

test('lines of one minute say when and by whom once, under the last, whenever they come', async () => {
  const page = await show('chat')
  const before = await grouped(page)
  await bring(page, 20, '2026-11-19T13:07:02.000Z')
  await bring(page, 21, '2026-11-19T13:07:59.000Z')
  expect(await grouped(page)).toEqual([...before, 20])
  await bring(page, 22, '2026-11-19T13:08:00.000Z')
  expect(await grouped(page)).toEqual([...before, 20])
  // Who listens hears of each all the same.
  expect(await page.locator('#e-20 .meta').innerText()).toBe('13:07')
})

test('what was under way goes when the desk tells how it went', async () => {
  const page = await show('bench-room')
  await bring(page, 20, '2026-11-19T13:07:02.000Z', 'noticed', 'data-under-way=""')
  const before = await grouped(page)
  expect(before).not.toContain(20)
  await bring(page, 21, '2026-11-19T13:09:00.000Z', 'noticed')
  expect(await grouped(page)).toEqual([...before, 20])
})

test('what a button is called is what stands on it', async () => {
  const page = await show('bench-room')
  const pill = page.getByRole('button', { name: 'Ready · 3 of 5' })
  expect(await pill.count()).toBe(1)
  expect(await page.getByRole('button', { name: 'Your status: Ready · 3 of 5' }).count()).toBe(1)
})

test('why something did not go can be put away when it was read', async () => {
  const page = await show('crowded-room')
  const bar = page.locator('.banner-line.bad')
  expect(await bar.isVisible()).toBe(true)
  await bar.locator('button').click()
  expect(await bar.isVisible()).toBe(false)
})

test('a password is looked at by whoever types it, and sent as one', async () => {
  const page = await show('sign-in')
  const type = () => page.getAttribute('#field-password', 'type')
  await page.fill('#field-password', 'a bell for every guest')
  await page.click('[data-reveals]')
  expect(await type()).toBe('text')
  await page.click('[data-reveals]')
  expect(await type()).toBe('password')
  await page.click('[data-reveals]')
  await page.$eval('form.stack', (form) =>
    form.dispatchEvent(new Event('submit', { bubbles: true })),
  )
  expect(await type()).toBe('password')
})
