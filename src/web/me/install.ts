import { paths } from '../../../views/paths'
import { wordsIn } from '../../../views/words'
import { htmlLang } from '../../../views/words/language'
import { answerMissing } from '../answer'
import { serveAsset } from '../assets'
import { type Route, route } from '../route'

const SIZES = [192, 512]

/** What the workbench is called, and looks like, once it is installed. */
const showManifest = route({
  ...{ method: 'GET', path: paths.manifest, permission: 'anyone' },
  show: (c, { assets }) => {
    const { language } = c.get('look')
    const words = wordsIn(language)
    const icon = (name: string, type: string, sizes: string) => ({
      ...{ src: paths.static(assets.names[name] ?? name), type, sizes },
    })
    const manifest = {
      id: paths.workbench.page,
      name: `${words.common.brand} · ${words.workbench.title}`,
      short_name: words.common.brand,
      lang: htmlLang[language],
      start_url: paths.workbench.page,
      scope: '/',
      display: 'standalone',
      background_color: '#f6f6fb',
      theme_color: '#6b46c1',
      icons: [
        icon('icon.svg', 'image/svg+xml', 'any'),
        ...SIZES.map((size) => icon(`icon-${size}.png`, 'image/png', `${size}x${size}`)),
      ],
    }
    const headers = { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'no-cache' }
    return c.body(JSON.stringify(manifest), 200, headers)
  },
})

/** Under a name of its own: a browser asks for it anew, and it may watch over the whole desk. */
const showWorker = route({
  ...{ method: 'GET', path: paths.worker, permission: 'anyone' },
  show: (c, { assets }) => {
    const answer = serveAsset(assets, 'worker.js', c.req.raw)
    return answer ?? answerMissing(c)
  },
})

/** What a browser needs to keep the workbench among its programs. */
export const installRoutes: readonly Route[] = [showManifest, showWorker]
