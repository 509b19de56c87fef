import { expect, test } from 'bun:test'
import { languages } from '../../views/words/language'
import { openLooks, wear } from '../support/gallery/looks'
import { pictures } from '../support/gallery/pages'
import { findingsOf } from '../views/axe'

const BOUND_MS = 600_000
const wide = { width: 1280, height: 860 }
const narrow = { width: 375, height: 740 }
const { show, complaints } = openLooks()

// A narrow page has no colour that a wide one has not, and a dark one differs in its colours alone.
test.each(
  languages.flatMap((language) => [
    { language, size: wide, themes: ['light', 'dark'] as const },
    { language, size: narrow, themes: ['light'] as const },
  ]),
)(
  'nobody is kept out of any page in any state: $language, $size.width px, $themes',
  async ({ language, size, themes }) => {
    const wrong: [string, string[]][] = []
    for (const { name, act } of pictures) {
      const page = await show({ name, language, size })
      await act?.(page)
      for (const theme of themes) {
        await wear(page, theme)
        const found = await findingsOf(page, theme === 'dark' ? 'colours' : undefined)
        if (found.length > 0) wrong.push([`${name}, ${theme}`, found])
      }
    }
    expect(wrong).toEqual([])
    expect(complaints()).toEqual([])
  },
  BOUND_MS,
)
