import { describe, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { TranscriptFilePage } from '../../views/transcript/file/page'
import { openLooks } from '../support/gallery/looks'
import { pictures } from '../support/gallery/pages'
import { live } from '../support/gallery/picture'
import { entryOf } from '../support/turns'
import { findingsOf } from './axe'
import { flawsAndOneWayLinesOfAll, flawsOf, flawsOfAll } from './flaws'

const size = { width: 320, height: 640 }
const looks = openLooks()
const show = (name: string): Promise<Page> => looks.show({ name, size })

/** What a feed or an answer does to a page. */
const arrives = (page: Page, text: string) =>
  page.evaluate(
    (html) =>
      (window as unknown as { htmx: { swap(context: object): Promise<void> } }).htmx.swap({
        sourceElement: document.body,
        target: 'body',
        swap: 'none',
        text: html,
      }),
    text,
  )
const line = (seq: number, id: string, day: number, text: string) =>
  `<li id="e-${id}" class="entry" data-seq="${seq}" data-day="${day}" data-side="theirs">` +
  `<p class="day"><time datetime="2026-11-${day}">November ${day}</time></p>` +
  `<div class="body">${text}</div></li>`
const upsert = (lines: string) =>
  `<hx-upsert hx-target="#transcript" Key="data-seq" sort="">${lines}</hx-upsert>`

/** Whether a sign of a text stands left of another one in the same line. */
const inOrder =
  (page: Page, selector: string, text: string) =>
  (one = '', other = '') =>
    page.$eval(
      selector,
      (body, places) => {
        const [left, right] = places.map((at) => {
          const range = document.createRange()
          range.setStart(body.firstChild ?? body, at)
          range.setEnd(body.firstChild ?? body, at + 1)
          return range.getBoundingClientRect().left
        })
        return (left ?? 0) < (right ?? 0)
      },
      [text.indexOf(one), text.indexOf(other)],
    )

/** One page of each kind: all others are made of their parts. */
const ofEachKind = [
  ...['home', 'sign-in', 'install', 'missing', 'start', 'chat', 'waiting', 'ended', 'tail'],
  ...['bench-list', 'bench-room', 'decisions', 'office-departments', 'office-department'],
]

/** What is wrong by name, where anything is. */
const wrongOf = (found: Record<string, string[]>) =>
  Object.entries(found).filter(([, each]) => each.length > 0)

describe('every page in every state and language', () => {
  test("does not scroll sideways, names what is on it, and lets each line of people's words go by its own first letter", async () => {
    const wrong: Record<string, [string, string[]][]> = {}
    // It has every stylesheet there is.
    const page = await show('office-departments')
    for (const [language, widths] of [
      ['en', [320, 1280]],
      ['zh', [320]],
    ] as const) {
      const texts = Object.fromEntries(
        pictures.map(({ name, page }) => [name, String(page({ theme: 'light', language }))]),
      )
      for (const width of widths) {
        await page.setViewportSize({ width, height: 640 })
        const all = language === 'en' && width === 320 ? flawsAndOneWayLinesOfAll : flawsOfAll
        const found = wrongOf(await all(page, texts))
        if (found.length > 0) wrong[`${language}, ${width}`] = found
      }
    }
    expect(wrong).toEqual({})
  }, 60_000)

  test('does neither once its scripts run and somebody has pressed what there is', async () => {
    const found: Record<string, string[]> = {}
    // What a click opens is widest, for its place, where the page is narrow.
    for (const { name, act } of pictures.filter(({ act }) => act && act !== live)) {
      const page = await show(name)
      await act?.(page)
      found[name] = await flawsOf(page)
    }
    expect(wrongOf(found)).toEqual([])
  }, 60_000)

  // One state of each kind, in English, light and wide: `npm run soak` has all states in all looks.
  test('keeps nobody out: one page of each kind', async () => {
    const found: Record<string, string[]> = {}
    for (const name of ofEachKind) {
      const page = await looks.show({ name, size: { width: 1280, height: 860 } })
      found[name] = await findingsOf(page)
    }
    expect(wrongOf(found)).toEqual([])
  }, 60_000)
})

describe('the content security policy', () => {
  test('has nothing to complain about on any of these pages', () => {
    expect(looks.complaints()).toEqual([])
  })
})

describe('a live transcript', () => {
  const order = (page: Page) =>
    page.$$eval('#transcript > li', (lines) => lines.map((each) => each.getAttribute('data-seq')))
  const days = (page: Page) =>
    page.$$eval('#transcript .day', (all) =>
      all.filter((day) => day.checkVisibility()).map((day) => day.textContent),
    )

  test('entries find their place, once, in whatever order they come', async () => {
    const page = await show('chat')
    const before = await order(page)
    await arrives(page, upsert(line(12, 'twelve', 19, 'late') + line(10, 'ten', 19, 'early')))
    await arrives(page, upsert(line(11, 'eleven', 19, 'between') + line(10, 'ten', 19, 'again')))
    expect(await order(page)).toEqual([...before, '10', '11', '12'])
    expect(await page.textContent('#e-ten .body')).toBe('again')
  })

  test('each day is named once, over its first entry, though entries come out of order', async () => {
    const page = await show('chat')
    expect(await days(page)).toEqual(['Yesterday', 'Today'])
    await arrives(page, upsert(line(13, 'c', 21, 'x') + line(11, 'a', 20, 'x')))
    await arrives(page, upsert(line(12, 'b', 21, 'x')))
    expect(await days(page)).toEqual(['Yesterday', 'Today', 'November 20', 'November 21'])
    expect(await page.isVisible('#e-b .day')).toBe(true)
    expect(await page.isVisible('#e-c .day')).toBe(false)
  })

  test('each line of a message goes by its own first letter, as where it was written', async () => {
    const page = await show('chat')
    const text = 'OK\nשלום, מה שלומך?\nhttps://example.com (1)'
    await arrives(page, upsert(line(11, 'a', 19, text)))
    await page.$eval('#e-a .body', (body) => body.setAttribute('dir', 'auto'))
    const isInOrder = inOrder(page, '#e-a .body', text)
    for (const [left, right] of ['?ש', 'h(', '(1']) expect(await isInOrder(left, right)).toBe(true)
  })

  test('the same on the page that a transcript is taken along as, whichever comes first', async () => {
    const page = await show('missing')
    const text = 'שלום, מה שלומך?\nIs it (1) at 9:30!'
    const file = { conversation: 'c', audience: 'desk', viewer: '', zone: 'UTC', now: 0 } as const
    const entries = [entryOf('c', 1, { text })]
    // It comes from a disk: nothing of the desk's own policy holds there.
    await page.goto('about:blank')
    await page.setContent(String(TranscriptFilePage({ ...file, language: 'en', entries })))
    const isInOrder = inOrder(page, 'li p', text)
    for (const [left, right] of ['?ש', 'I(', '9!']) expect(await isInOrder(left, right)).toBe(true)
  })

  test('stays at the newest, and stays put for a reader further up', async () => {
    const page = await show('chat')
    const top = () => page.$eval('#scroll', (scroll) => Math.round(scroll.scrollTop))
    await arrives(page, upsert(line(11, 'a', 19, 'one more')))
    expect(await top()).toBe(0)
    // Until it is drawn nobody reads there.
    await page.$eval('#scroll', (scroll) => {
      scroll.scrollTo(0, -200)
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    })
    // What holds a reader is brought by the first move.
    await page.evaluate(`bellhop.load('reading').then(() => {})`)
    const seen = () =>
      page.$eval('#e-gallery-6', (entry) => Math.round(entry.getBoundingClientRect().top))
    const before = await seen()
    await arrives(page, upsert(line(12, 'b', 19, 'and more')))
    await page.waitForTimeout(100)
    // A busy machine draws its next frame later.
    for (let n = 0; n < 20 && Math.abs((await seen()) - before) > 2; n++)
      await page.waitForTimeout(50)
    expect(Math.abs((await seen()) - before)).toBeLessThanOrEqual(2)
    expect(await page.isVisible('#newest')).toBe(true)
  })
})

test('what is chosen is seen without the colours of the page', async () => {
  const page = await show('bench-room')
  await page.emulateMedia({ forcedColors: 'active' })
  for (const chosen of ['.tabs [aria-current]', '.row > [aria-current]']) {
    const style = (selector: string) =>
      page.$eval(selector, (element) => getComputedStyle(element).outlineStyle)
    expect(await style(chosen)).toBe('solid')
    expect(await style(chosen.replace('[aria-current]', 'a:not([aria-current])'))).toBe('none')
  }
  await page.emulateMedia({ forcedColors: 'none' })
})

describe('a part that is swapped', () => {
  test('keeps what somebody types and an open panel', async () => {
    const page = await show('bench-room')
    await page.fill('#composer textarea', 'half a sen')
    await page.click('.transfer summary')
    const part = (id: string) => page.$eval(`#${id}`, (element) => element.outerHTML)
    const [foot, head] = [await part('room-foot'), await part('room-head')]
    const closed = head.replace(' open=""', '').replaceAll('Vera K.', 'Vera Klein')
    await arrives(
      page,
      `<hx-partial hx-target="#room-foot" hx-swap="outerMorph">${foot}</hx-partial>` +
        `<hx-partial hx-target="#room-head" hx-swap="outerMorph">${closed}</hx-partial>`,
    )
    expect(await page.inputValue('#composer textarea')).toBe('half a sen')
    expect(await page.getAttribute('.transfer', 'open')).not.toBeNull()
    expect(await page.textContent('#room-head h1 bdi')).toBe('Vera Klein')
  })
})
