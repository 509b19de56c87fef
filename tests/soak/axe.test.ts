import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { languages } from '../../views/words/language'
import { openLooks } from '../support/gallery/looks'
import { pictures } from '../support/gallery/pages'
import { findingsOf } from '../views/axe'

const BOUND_MS = 300_000
const themes = ['light', 'dark'] as const
const sizes = { wide: { width: 1280, height: 860 }, narrow: { width: 375, height: 740 } } as const

const { show, complaints } = openLooks()

/** The colours alone: all else of the page, and what is open on it, stays as it is. */
const wear = (page: Page, theme: string) =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name
  }, theme)

const inEachTheme = async (page: Page, name: string) => {
  const wrong: [string, string[]][] = []
  for (const theme of themes) {
    await wear(page, theme)
    const found = await findingsOf(page)
    if (found.length > 0) wrong.push([`${name}, ${theme}`, found])
  }
  return wrong
}

const looks = languages.flatMap((language) =>
  (['wide', 'narrow'] as const).map((size) => ({ language, size })),
)

test.each(looks)(
  'nobody is kept out of any page in any state: $language, $size, light and dark',
  async ({ language, size }) => {
    const wrong: [string, string[]][] = []
    for (const { name, act } of pictures) {
      const page = await show({ name, language, size: sizes[size] })
      await act?.(page)
      wrong.push(...(await inEachTheme(page, name)))
    }
    expect(wrong).toEqual([])
    expect(complaints()).toEqual([])
  },
  BOUND_MS,
)
