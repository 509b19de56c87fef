import { expect, test } from 'bun:test'
import { openLooks } from '../support/gallery/looks'
import { pictures } from '../support/gallery/pages'
import { narrowFlawsOfAll } from './flaws'

const { show } = openLooks({ hasTouch: true, isMobile: true })

test('under fingers no field makes a phone zoom, and no badge runs over, on any page', async () => {
  const texts = Object.fromEntries(
    pictures.map(({ name, page }) => [name, String(page({ theme: 'light', language: 'en' }))]),
  )
  for (const width of [320, 1024]) {
    const page = await show({ name: 'missing', size: { width, height: 740 } })
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true)
    const found = await narrowFlawsOfAll(page, texts)
    const wrong = Object.entries(found).filter(([, each]) => each.length > 0)
    expect({ width, wrong }).toEqual({ width, wrong: [] })
  }
}, 60_000)
