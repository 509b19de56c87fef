import { expect, test } from 'bun:test'
import { languages } from '../../views/words/language'
import { openLooks, wear } from '../support/gallery/looks'
import { pictures } from '../support/gallery/pages'
import { findingsOf } from '../views/axe'
import { flawsOf } from '../views/flaws'

const BOUND_MS = 300_000
const themes = ['light', 'dark'] as const
const { show } = openLooks({ javaScriptEnabled: false })

/** A frame is as high as the part of the page that it has. */
const sizeOf = (name: string) => ({ width: 375, height: name.includes('tail') ? 160 : 740 })

/**
 * A page as it stands where no script runs. Axe takes what is there for that case as hidden, so it
 * stands there as if for all. That some renew themselves is no fault: nothing else could bring
 * what others say now, which is WCAG's real-time exception.
 */
const plain = (html: string) =>
  html.replace(/<meta http-equiv="refresh"[^>]*>/, '').replace(/<\/?noscript>/g, '')

const different = pictures.filter(({ page }) =>
  /<noscript>|needs-js|id="connection"/.test(String(page({ theme: 'light', language: 'en' }))),
)

test.each(languages.map((language) => ({ language })))(
  'nobody without JavaScript is kept out of any page: $language, light and dark',
  async ({ language }) => {
    const wrong: [string, string[]][] = []
    const page = await show({ name: 'missing', language, size: sizeOf('missing') })
    // Where no script of a page runs no timer does either, and axe waits for some.
    await page.evaluate(() => {
      const soon = (act: () => void) => void Promise.resolve().then(act)
      Reflect.set(window, 'setTimeout', soon)
    })
    for (const { name, page: draw } of different) {
      await page.setViewportSize(sizeOf(name))
      await page.setContent(plain(String(draw({ theme: 'light', language }))))
      for (const theme of themes) {
        await wear(page, theme)
        const found = [
          ...(await flawsOf(page)),
          ...(await findingsOf(page, theme === 'dark' ? 'colours' : undefined)),
        ]
        if (found.length > 0) wrong.push([`${name}, ${theme}`, found])
      }
    }
    expect(different.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  },
  BOUND_MS,
)
