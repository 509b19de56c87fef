import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { openLooks } from '../support/gallery/looks'
import { pictures } from '../support/gallery/pages'
import { outOfReach } from './reach'

const size = { width: 320, height: 740 }
const { show } = openLooks()

/** A page of the gallery in the state that it is called for. */
const pose = async (name: string): Promise<Page> => {
  const page = await show({ name, size })
  await pictures.find((picture) => picture.name === name)?.act?.(page)
  return page
}

// Those where most stands at the least width of each layout; `npm run soak` has every page, width
// and language.
const crowded = pictures.filter(({ name }) => name.startsWith('crowded'))
test.each(crowded)(
  'every control of $name is in the window and on top',
  async ({ name }) => {
    expect(await outOfReach(await pose(name), [320, 760, 1280])).toEqual({})
  },
  60_000,
)

test('so is all that a button opens', async () => {
  for (const name of ['bench-transfer', 'bench-ending', 'bench-shift', 'bench-me'])
    expect({ name, ...(await outOfReach(await pose(name), [320, 760])) }).toEqual({ name })
}, 60_000)

test('a row is 60 px high, and a line more where its chips have no room beside its words', async () => {
  const page = await pose('crowded-line')
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 740 })
    const rows = await page.$$eval('.row', (all) =>
      all.map((row) => ({
        height: Math.round(row.clientHeight),
        hasChips: row.querySelector('.row-chips') !== null,
        // Only one that is longer than the whole row is cut.
        cut: [...row.querySelectorAll('.row-chips > *')].filter(
          (chip) =>
            chip.scrollWidth > chip.clientWidth + 1 &&
            chip.clientWidth < 0.9 * (row.querySelector('.row-mid')?.clientWidth ?? 0),
        ).length,
      })),
    )
    expect(rows.some(({ hasChips }) => hasChips)).toBe(true)
    for (const { height, hasChips, cut } of rows) {
      expect(cut).toBe(0)
      expect(height).toBeLessThanOrEqual(hasChips ? 110 : 60)
      expect(height).toBeGreaterThanOrEqual(60)
    }
  }
})

test('a room keeps most of a phone for its talk', async () => {
  const room = await pose('bench-room')
  await room.setViewportSize({ width: 320, height: 740 })
  const head = await room.$eval('.room-head', (head) => head.getBoundingClientRect().height)
  expect(head).toBeLessThanOrEqual(64)
})

test('fields are large enough that a phone does not zoom in on them', async () => {
  for (const name of ['bench-room', 'start', 'sign-in', 'ended-rating', 'office-department']) {
    const page = await pose(name)
    await page.setViewportSize({ width: 375, height: 740 })
    const small = await page.$$eval('input:not([type=hidden]), textarea, select', (fields) =>
      fields
        .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
        .map((field) => field.outerHTML.slice(0, 80)),
    )
    expect({ name, small }).toEqual({ name, small: [] })
  }
})
