import type { FileNames } from '../../../views/page-context'
import { faceOf } from '../../../views/parts/avatar'
import { paths } from '../../../views/paths'
import type { Desk } from '../../commands/desk'

/** How long what another node was given stays unknown here, ms. */
const KNOWN_MS = 30_000
const KEPT_S = 365 * 24 * 3_600
const NAME = 'faces.css'

/**
 * The pictures of those who answer, as a stylesheet that all pages have: whatever was drawn before
 * somebody had one, or another, shows it. Nothing is loaded while nobody has any.
 */
export const openFaces = async ({ store, clock, log }: Desk, files: FileNames) => {
  let css = ''
  let names = files
  let loadedAt = clock.ticks()

  const load = async () => {
    loadedAt = clock.ticks()
    const faces = await store.profiles.faces()
    css = faces.map(({ account, avatar }) => rule(faceOf(account), paths.avatar(avatar))).join('')
    const mark = new Bun.CryptoHasher('sha256').update(css).digest('hex').slice(0, 12)
    names = css === '' ? files : { ...files, [NAME]: `faces-${mark}.css` }
  }
  await load()
  return {
    load,
    /** Names of all files under /static, with that of the stylesheet while there is one. */
    names: (): FileNames => {
      if (clock.ticks() - loadedAt > KNOWN_MS)
        load().catch((problem) => log.warn('pictures could not be read', { problem }))
      return names
    },
    /** The stylesheet, by the name it has now or had before. */
    serve: (name: string): Response | undefined => {
      if (!/^faces-[0-9a-f]{12}\.css$/.test(name)) return undefined
      const isKept = names[NAME] === name
      return new Response(css, {
        headers: {
          'Content-Type': 'text/css; charset=utf-8',
          'Cache-Control': isKept ? `public, max-age=${KEPT_S}, immutable` : 'no-store',
        },
      })
    },
  }
}
export type Faces = Awaited<ReturnType<typeof openFaces>>

const rule = (face: string, address: string) =>
  `.${face}{background:center/cover url(${address})}.${face} .initials{visibility:hidden}`
