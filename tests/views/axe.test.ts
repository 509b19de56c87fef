import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { closeBrowser, openPage, type Visit } from '../support/chromium'
import { now } from '../support/gallery/data'
import { pictures } from '../support/gallery/pages'
import { openGallery, pageOf } from '../support/gallery/server'

type Finding = { id: string; impact: string | null; nodes: { html: string }[] }
type Axe = { run(options: object): Promise<{ violations: Finding[] }> }

const source = await Bun.file(require.resolve('axe-core/axe.min.js')).text()

let gallery: Awaited<ReturnType<typeof openGallery>>
let visit: Visit
beforeAll(async () => {
  gallery = await openGallery()
  visit = await openPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  await visit.page.clock.setFixedTime(now)
})
afterAll(async () => {
  await visit.close()
  await closeBrowser()
  await gallery.stop(true)
})

/** Every rule there is, best practice too. */
const findings = async (page: Page): Promise<string[]> => {
  await page.evaluate(source)
  const { violations } = await page.evaluate(() =>
    (Reflect.get(window, 'axe') as Axe).run({ resultTypes: ['violations'] }),
  )
  return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html}`)
}

// Each language and each theme is on every page once: no rule looks at both at the same time.
for (const [language, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const)
  test(`nothing keeps anybody out of any page, in ${language} and ${theme}`, async () => {
    const found: Record<string, string[]> = {}
    for (const { name, act } of pictures) {
      await visit.page.goto(new URL(pageOf(name, theme, language), gallery.url).href)
      await act?.(visit.page)
      const wrong = await findings(visit.page)
      if (wrong.length > 0) found[name] = wrong
    }
    expect(found).toEqual({})
  }, 120_000)
