import { expect, test } from 'bun:test'
import { openLooks } from '../support/gallery/looks'
import { pictures } from '../support/gallery/pages'
import { flawsOf } from './flaws'
import { outOfReach } from './reach'

const { show } = openLooks()

/** A page of the gallery, in the state that it is called for, on the narrowest screen. */
const pose = async (name: string) => {
  const page = await show({ name, size: { width: 320, height: 740 } })
  await pictures.find((picture) => picture.name === name)?.act?.(page)
  return page
}

test('what an act changed, and its hash, stay within its card', async () => {
  const page = await pose('office-audit-opened')
  expect(await flawsOf(page)).toEqual([])
  const over = await page.$$eval('.audit-act', (cards) =>
    cards.flatMap((card) => {
      const range = document.createRange()
      return [...card.querySelectorAll('td, dd, a')]
        .filter((each) => {
          range.selectNodeContents(each)
          return range.getBoundingClientRect().right > card.getBoundingClientRect().right
        })
        .map(({ textContent }) => textContent)
    }),
  )
  expect(over).toEqual([])
}, 60_000)

test('what is opened of an act is in sight where the list is wider than the window', async () => {
  const page = await pose('office-audit-opened')
  for (const width of [375, 768, 820]) {
    await page.setViewportSize({ width, height: 740 })
    const right = await page.$eval('.audit-act', (act) => {
      act.closest('.office-table')?.scrollTo(0, 0)
      return act.getBoundingClientRect().right
    })
    expect(right).toBeLessThan(width)
  }
}, 60_000)

test('what a customer can press stays within its part of the page', async () => {
  const page = await pose('customer-account')
  const over = await page.$$eval('.mine-part .button', (buttons) =>
    buttons
      .filter((button) => !button.parentElement?.matches('.password'))
      .filter((button) => {
        const part = button.closest('.mine-part')?.getBoundingClientRect()
        return !part || button.getBoundingClientRect().right > part.right
      })
      .map(({ textContent }) => textContent),
  )
  expect(over).toEqual([])
}, 60_000)

test('the name of a password and the button that shows it stand apart', async () => {
  const page = await pose('customer-account')
  const apart = await page.$$eval('.password', (all) =>
    all.map((password) => {
      const range = document.createRange()
      const edge = (selector: string, side: 'left' | 'right') => {
        range.selectNodeContents(password.querySelector(selector) as Element)
        return range.getBoundingClientRect()[side]
      }
      return edge('button', 'left') - edge('label', 'right')
    }),
  )
  expect(apart.length).toBeGreaterThan(0)
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(6)
}, 60_000)

test('there is room to type what is searched for', async () => {
  const page = await pose('mine')
  const box = await page.locator('.mine-search input').boundingBox()
  expect(box?.width).toBeGreaterThanOrEqual(160)
}, 60_000)

test('the name of a tag is read whole where tags are kept', async () => {
  const page = await pose('office-tags')
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 740 })
    const cut = await page.$$eval('.office-cell .chip', (chips) =>
      chips.flatMap((chip) => (chip.scrollWidth > chip.clientWidth ? [chip.textContent] : [])),
    )
    expect({ width, cut }).toEqual({ width, cut: [] })
  }
}, 60_000)

test('an act of the audit is opened by its row, and what it was done to by its link', async () => {
  const page = await pose('office-audit')
  expect(await outOfReach(page, [320, 1280])).toEqual({})
}, 60_000)

test('beside a name of any length the language has its place', async () => {
  const page = await pose('home-named')
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 740 })
    const tops = await page.$$eval('.home-head > *', (all) =>
      all.map((each) => {
        const { top, bottom } = each.getBoundingClientRect()
        return Math.round((top + bottom) / 2)
      }),
    )
    expect({ width, lines: new Set(tops).size }).toEqual({ width, lines: 1 })
  }
}, 60_000)

test('nothing of the canned replies is cut off beside a message', async () => {
  const page = await pose('canned-panel')
  const over = await page.$$eval('.canned > *, .canned-keys > *', (all) =>
    all.flatMap((each) => {
      const { right, height } = each.getBoundingClientRect()
      const edge = each.closest('.canned')?.getBoundingClientRect().right ?? 0
      const isBroken = each.matches('kbd') && height > 32
      return right > edge || isBroken ? [each.textContent] : []
    }),
  )
  expect(over).toEqual([])
}, 60_000)

test('who may what: a name of any length stands in its column, and nothing stands upon it', async () => {
  const page = await pose('office-rights')
  expect(await flawsOf(page)).toEqual([])
  const upon = await page.$eval('.office-table', (table) =>
    [...Array(20).keys()].flatMap((nth) => {
      table.scrollTo(nth * 20, 0)
      const name = table.querySelector('tbody td')
      const { left, right, top, bottom } = name?.getBoundingClientRect() ?? new DOMRect()
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      return name?.contains(hit) ? [] : [`${hit?.outerHTML}`]
    }),
  )
  expect(upon).toEqual([])
}, 60_000)
