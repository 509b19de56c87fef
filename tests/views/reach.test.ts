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

test('a row that lists hold is 60 px high, and a room keeps most of a phone for its talk', async () => {
  const page = await pose('crowded-line')
  await page.setViewportSize({ width: 1280, height: 740 })
  const heights = () =>
    page.$$eval('.row', (rows) => [...new Set(rows.map((row) => Math.round(row.clientHeight)))])
  expect(await heights()).toEqual([60])
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
