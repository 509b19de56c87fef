/**
 * Every page in every state, as pictures: `bun tests/support/gallery.tsx OUTDIR [name …]`.
 * Renders them through a real server and Chromium, wide and narrow, light and dark.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Theme } from '../../views/page-context'
import type { Language } from '../../views/words/language'
import { launchBrowser } from './chromium'
import { now } from './gallery/data'
import { pictures } from './gallery/pages'
import type { Picture } from './gallery/picture'
import { openGallery, pageOf } from './gallery/server'

const [out = 'gallery', ...only] = Bun.argv.slice(2)
const wanted = (name: string) => only.length === 0 || only.some((part) => name.includes(part))
const sizes = { 1280: 860, 375: 740 } as const
type Width = keyof typeof sizes

const server = await openGallery()

const browser = await launchBrowser()

type Shot = { picture: Picture; width: Width; theme: Theme; language: Language }

/** English in light and dark, wide and narrow; Chinese once of each width. */
const shotsOf = (picture: Picture): Shot[] =>
  ([1280, 375] as const).flatMap((width) => [
    { picture, width, theme: 'light', language: 'en' },
    ...(picture.once
      ? []
      : ([
          { picture, width, theme: 'dark', language: 'en' },
          { picture, width, theme: 'light', language: 'zh' },
        ] as const)),
  ])

const complaints: string[] = []
/** What an eye may miss: a page wider than its window, words that do not fit their control. */
const check = async (page: Page, name: string) => {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  if (wide > 0) complaints.push(`${name}: scrolls sideways by ${wide} px`)
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('.button, .tabs a, .pill, .segments button, h2:not(.sr), label')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.textContent?.trim()),
  )
  if (cut.length > 0) complaints.push(`${name}: cut off ${cut.join(' | ')}`)
}

const take = async ({ picture, width, theme, language }: Shot) => {
  const page = await browser.newPage({
    viewport: { width, height: picture.height ?? sizes[width] },
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Berlin',
  })
  const name = `${picture.name}-${language}-${width}${theme === 'dark' ? '-dark' : ''}`
  await page.clock.setFixedTime(now)
  await page.goto(new URL(pageOf(picture.name, theme, language), server.url).href)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(150)
  await picture.act?.(page)
  await check(page, name)
  await page.screenshot({ path: join(out, `${name}.png`) })
  await page.close()
}

try {
  await mkdir(out, { recursive: true })
  for (const shot of pictures.filter(({ name }) => wanted(name)).flatMap(shotsOf)) await take(shot)
} finally {
  await browser.close()
  await server.stop(true)
}
console.log(complaints.length === 0 ? 'nothing sticks out' : complaints.join('\n'))
