import { Hono } from 'hono'
import { loadAssets, serveAsset } from '../../../src/web/assets'
import { secure } from '../../../src/web/headers'
import { boardFeedPath } from '../../../views/office/board/page'
import { settingsPaths } from '../../../views/office/settings/paths'
import { sitesPaths } from '../../../views/office/sites'
import { systemFeedPath } from '../../../views/office/system/paths'
import type { Theme } from '../../../views/page-context'
import { paths } from '../../../views/paths'
import type { Language } from '../../../views/words/language'
import { png } from '../../web/images'
import { entryCard } from './entries'
import { pictures } from './pages'

const missing = () => new Response(null, { status: 404 })

/** A feed that is live and has nothing to say. */
const beat = () =>
  new ReadableStream({
    start: (feed) => feed.enqueue(new TextEncoder().encode('event: hb\ndata: 0\n\n')),
  })

/** Serves every page of the gallery under its name, with the real files, the desk's own
 * content security policy and silent feeds. */
export const openGallery = async () => {
  const assets = await loadAssets()
  const app = new Hono()
  app.get(paths.static(':file'), ({ req }) => {
    return serveAsset(assets, req.param('file') ?? '', req.raw) ?? missing()
  })
  for (const feed of [
    ...[paths.chat.feedBase, paths.chat.outlook, paths.workbench.visitorsFeedBase],
    ...[boardFeedPath, systemFeedPath],
  ])
    app.get(feed, () => {
      return new Response(beat(), { headers: { 'Content-Type': 'text/event-stream' } })
    })
  app.get(paths.chat.message(':id'), (c) => {
    const language = new URL(c.req.header('Referer') ?? c.req.url).searchParams.get('language')
    return c.html(String(entryCard(language === 'zh' ? 'zh' : 'en')))
  })
  app.get(paths.chat.tailBase, (c) => c.redirect(pageOf('tail', 'light', 'en')))
  // What a page sends by itself, such as what was seen, is taken and comes to nothing.
  app.post('*', (c) => c.body(null, 204))
  // Whatever was sent is the same picture, or a sound of nothing.
  app.get(paths.file(':id', ':name'), (c) => c.body(png(), 200, { 'Content-Type': 'image/png' }))
  // What a frame shows is a page of its own, and looked at as such.
  for (const preview of [settingsPaths.preview, sitesPaths.preview])
    app.get(preview, (c) => c.html('<!doctype html><title>Preview</title>'))
  app.get(paths.widget.loader, (c) => c.body('', 200, { 'Content-Type': 'text/javascript' }))
  app.get(paths.avatar(':mark'), (c) => c.body(png(), 200, { 'Content-Type': 'image/png' }))
  app.get('/:name', (c) => {
    const picture = pictures.find(({ name }) => name === c.req.param('name'))
    const theme = (c.req.query('theme') ?? 'auto') as Theme
    const language = (c.req.query('language') ?? 'en') as Language
    return picture ? c.html(String(picture.page({ theme, language }))) : missing()
  })
  return Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: async (request, server) =>
      request.headers.has('Upgrade') && server.upgrade(request, { data: undefined })
        ? undefined
        : secure(await app.fetch(request), 'gallery', { framedBy: "'self'" }),
    websocket: { open: (socket) => void socket.send('{"hb":0}'), message() {} },
  })
}

export const pageOf = (name: string, theme: Theme, language: Language): string =>
  `/${name}?theme=${theme}&language=${language}`
