/**
 * Every page in every state, as pictures: `bun tests/support/gallery.tsx OUTDIR [name …]`.
 * Renders them through a real server and Chromium, wide and narrow, light and dark.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { chromium, type Page } from 'playwright-core'
import { loadAssets, serveAsset } from '../../src/web/assets'
import type { Theme } from '../../views/look'
import type { Language } from '../../views/words/language'
import { now } from './gallery-data'
import { type Picture, pictures } from './gallery-pages'

const [out = 'gallery', ...only] = Bun.argv.slice(2)
const wanted = (name: string) => only.length === 0 || only.some((part) => name.includes(part))
const sizes = { 1280: 860, 375: 740 } as const
type Width = keyof typeof sizes

const missing = () => new Response(null, { status: 404 })
/** A feed that is live and has nothing to say. */
const beat = () =>
  new ReadableStream({
    start: (feed) => feed.enqueue(new TextEncoder().encode('event: hb\ndata: 0\n\n')),
  })

const app = new Hono()
const assets = await loadAssets()
app.get('/static/:file', ({ req }) => serveAsset(assets, req.param('file'), req.raw) ?? missing())
app.get(
  '/chat/feed',
  () => new Response(beat(), { headers: { 'Content-Type': 'text/event-stream' } }),
)
app.get('/chat/tail', (c) => c.redirect('/tail?theme=light&language=en'))
app.get('/:name', (c) => {
  const picture = pictures.find(({ name }) => name === c.req.param('name'))
  const theme = (c.req.query('theme') ?? 'auto') as Theme
  const language = (c.req.query('language') ?? 'en') as Language
  return picture ? c.html(String(picture.page({ theme, language }))) : c.notFound()
})
const server = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: (request, self) =>
    request.headers.has('Upgrade') && self.upgrade(request, { data: undefined })
      ? undefined
      : app.fetch(request),
  websocket: { open: (socket) => void socket.send('{"hb":0}'), message() {} },
})

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})

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
  await page.goto(`${server.url}${picture.name}?theme=${theme}&language=${language}`)
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
