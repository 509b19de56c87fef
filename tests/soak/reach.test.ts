import { expect, test } from 'bun:test'
import { languages } from '../../views/words/language'
import { openLooks } from '../support/gallery/looks'
import { pictures } from '../support/gallery/pages'
import { outOfReach, WIDTHS_PX } from '../views/reach'

const BOUND_MS = 300_000
// What a button opens is opened where it is narrow: there each of them is shown.
const size = { width: 320, height: 740 }
const { show } = openLooks()

test.each(languages.map((language) => ({ language })))(
  'every control of every page is in the window and on top, whatever its width: $language',
  async ({ language }) => {
    const wrong: [string, Record<number, string[]>][] = []
    for (const { name, act } of pictures) {
      const page = await show({ name, language, size })
      await act?.(page)
      const found = await outOfReach(page, WIDTHS_PX)
      if (Object.keys(found).length > 0) wrong.push([name, found])
    }
    expect(wrong).toEqual([])
  },
  BOUND_MS,
)
