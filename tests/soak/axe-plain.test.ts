import { expect, test } from 'bun:test'
import { languages } from '../../views/words/language'
import { openLooks } from '../support/gallery/looks'
import { pictures } from '../support/gallery/pages'
import { findingsOf } from '../views/axe'
import { flawsOf } from '../views/flaws'

const BOUND_MS = 300_000
const themes = ['light', 'dark'] as const
const { show } = openLooks({ javaScriptEnabled: false })
const size = { width: 375, height: 740 }

/** Pages that are others where no script runs. */
const plain = pictures.filter(({ page }) =>
  /<noscript>|needs-js|id="connection"/.test(String(page({ theme: 'light', language: 'en' }))),
)

test.each(languages.map((language) => ({ language })))(
  'nobody without JavaScript is kept out of any page: $language, light and dark',
  async ({ language }) => {
    const wrong: [string, string[]][] = []
    for (const { name } of plain)
      for (const theme of themes) {
        const page = await show({ name, theme, language, size })
        // Where no script of a page runs no timer does either, and axe waits for some.
        await page.evaluate(() => {
          const soon = (act: () => void) => void Promise.resolve().then(act)
          Reflect.set(window, 'setTimeout', soon)
        })
        const found = [...(await flawsOf(page)), ...(await findingsOf(page))]
        if (found.length > 0) wrong.push([`${name}, ${theme}`, found])
      }
    expect(plain.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  },
  BOUND_MS,
)
