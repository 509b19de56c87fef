import { expect, test } from 'bun:test'
import type { Entry as Line } from '../../actors/entry'
import { Entry } from '../../views/transcript/entry'
import type { Audience } from '../../views/transcript/entry-props'
import { isGrouped } from '../../views/transcript/grouped'
import { openPage } from '../support/chromium'
import { cases } from './grouped'

test.each(cases)('what a page comes with, $what: $is', ({ one, next, is }) => {
  expect(isGrouped(one, next)).toBe(is)
})

const drawn = (entry: Line | undefined, audience: Audience): string =>
  entry === undefined
    ? ''
    : String(
        <Entry entry={entry} audience={audience} language="en" zone="Asia/Kolkata" viewer={null} />,
      )

test('what comes to a page goes by the same rule', async () => {
  const { page, close } = await openPage()
  await page.setContent('<ol id="transcript"></ol>')
  await page.addScriptTag({ path: 'static/groups.js' })
  const outcome = async (audience: Audience) => {
    const pairs = cases.map(({ one, next }) => drawn(one, audience) + drawn(next, audience))
    const found = await page.evaluate(
      (all) =>
        all.map((html) => {
          const transcript = document.getElementById('transcript') ?? document.body
          transcript.innerHTML = html
          document.dispatchEvent(new Event('htmx:after:swap'))
          return transcript.firstElementChild?.hasAttribute('data-grouped')
        }),
      pairs,
    )
    return cases.map(({ what }, n) => [what, found[n]])
  }
  const wanted = cases.map(({ what, is }) => [what, is])
  expect(await outcome('visitor')).toEqual(wanted)
  expect(await outcome('desk')).toEqual(wanted)
  await close()
})
