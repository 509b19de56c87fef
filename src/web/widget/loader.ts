import { gzipSync } from 'bun'
import { buttonColor, type Sites } from '../../../actors/sites'
import { paths } from '../../../views/paths'
import { wordsIn } from '../../../views/words'
import { languages } from '../../../views/words/language'
import type { Texts } from '../../reads/texts'
import { takesGzip } from '../accept-encoding'
import { answerMissing } from '../answer'
import { isKeptAlready } from '../assets/if-none-match'
import { route } from '../route'

/** How long pages may go on with an older one, s. */
const KEPT_S = 300

/** What loads the chat on somebody's site: one file, with how the office wants its button. */
export const serveLoader = route({
  method: 'GET',
  path: paths.widget.loader,
  permission: 'anyone',
  show: async (c, { assets, reads }) => {
    const script = assets.files.get('widget.js')
    if (!script) return answerMissing(c)
    const { bytes, mark, gzip } = loaderOf(
      script.bytes,
      officeOf(await reads.sites.get(), reads.settings.of('brand').color, reads.texts),
    )
    const headers = new Headers({
      'Content-Type': script.type,
      'Cache-Control': `public, max-age=${KEPT_S}`,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      ETag: `"${mark}"`,
      Vary: 'Accept-Encoding',
    })
    if (isKeptAlready(c.req.header('If-None-Match') ?? null, mark))
      return new Response(null, { status: 304, headers })
    const zips = takesGzip(c.req.header('Accept-Encoding') ?? null)
    if (zips) headers.set('Content-Encoding', 'gzip')
    return new Response(zips ? gzip : bytes, { headers })
  },
})

const made = (script: Uint8Array, office: string) => {
  // In a block of its own nothing of it is a name on the page.
  const bytes = Buffer.from(`{const office=${office};${Buffer.from(script)}}`)
  const mark = new Bun.CryptoHasher('sha256').update(bytes).digest('hex').slice(0, 12)
  return { office, script, bytes, mark, gzip: gzipSync(bytes, { level: 9 }) }
}

let last: ReturnType<typeof made> | undefined

/** How the office wants the button, and what it says, in the order that the script takes it. */
const officeOf = (sites: Sites, brand: string, texts: Pick<Texts, 'edition'>): string => {
  const words = languages.map((each) => {
    const { open, close, title, unread, connecting, unreachable } = wordsIn(
      texts.edition(each),
    ).widget
    return [each, [open, close, title, unread, connecting, unreachable]]
  })
  const color = buttonColor(sites, brand)
  return JSON.stringify({ position: sites.position, color, words: Object.fromEntries(words) })
}

/** The same for everybody until the office changes it. */
const loaderOf = (script: Uint8Array, office: string) => {
  if (last?.office !== office || last.script !== script) last = made(script, office)
  return last
}
