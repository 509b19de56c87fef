import { expect, test } from 'bun:test'
import { languages } from '../../views/words/language'
import { pictures } from '../support/gallery/pages'
import { outOfReach, WIDTHS_PX } from '../views/reach'
import { openLooks } from './looks'

const BOUND_MS = 300_000
// What a button opens is opened where it is narrow: there each of them is shown.
const size = { width: 320, height: 740 }
const { show } = openLooks()

test.each(languages.map((language) => ({ language })))(
  'every control of every page is in the window and on top, whatever its width: $language',
  async ({ language }) => {
    const wrong: [string, Record<number, string[]>][] = []
    for (const picture of pictures) {
      const page = await show(picture, 'light', language, size)
      await picture.act?.(page)
      const found = await outOfReach(page, WIDTHS_PX)
      if (Object.keys(found).length > 0) wrong.push([picture.name, found])
    }
    expect(wrong).toEqual([])
  },
  BOUND_MS,
)
