import type { FileNames } from '../../../views/page-context'
import type { DeskSettings } from '../../reads/desk-settings'
import { brandStyle } from './style'
import { tagStyle } from './tag-style'

const KEPT_S = 365 * 24 * 3_600
/** A colour that is tried, with all else as it is now. */
const COLOR = /^brand-of-([0-9a-f]{6})\.css$/

/**
 * What pages look like by what the office has set: a small stylesheet behind those of all pages, for nothing may be
 * styled within a page. The brand is seen by visitors, the colours of tags by who works here; neither is
 * there while all is as it is made. What was drawn before shows it too.
 */
export const openDeskSheets = (settings: Pick<DeskSettings, 'of' | 'logo' | 'tags'>) => {
  const brand = () => {
    const { color, logoAlone } = settings.of('brand')
    return { color, logoAlone, logo: settings.logo() }
  }
  const sheets = [
    openSheet(
      'brand',
      () => brandStyle(brand()),
      () => JSON.stringify(brand()),
    ),
    openSheet('tags', () => tagStyle(settings.tags()), settings.tags),
  ]
  return {
    /** Names of files under /static, with those of the stylesheets that there are. */
    names: (files: FileNames): FileNames => {
      const own = sheets.flatMap((sheet) => sheet.named())
      return own.length === 0 ? files : { ...files, ...Object.fromEntries(own) }
    },
    /** One of them, by the name it has now; or that of a colour that is tried. */
    serve: (name: string): Response | undefined => {
      const [, tried] = COLOR.exec(name) ?? []
      if (tried) return answer(brandStyle({ ...brand(), color: `#${tried}` }), false)
      for (const sheet of sheets) {
        const served = sheet.serve(name)
        if (served) return served
      }
      return undefined
    },
  }
}
export type DeskSheets = ReturnType<typeof openDeskSheets>

type Made = { of: unknown; css: string; file: string }

/** Made anew when what it is made `of` is another value. */
const openSheet = (name: string, make: () => string, of: () => unknown) => {
  let known: Made | undefined
  const now = (): Made => {
    const from = of()
    if (known !== undefined && known.of === from) return known
    const css = make()
    const mark = new Bun.CryptoHasher('sha256').update(css).digest('hex').slice(0, 12)
    const made = { of: from, css, file: `${name}-${mark}.css` }
    known = made
    return made
  }
  return {
    named: (): [string, string][] => {
      const { css, file } = now()
      return css === '' ? [] : [[`${name}.css`, file]]
    },
    // Under no other name: that of tags is not to be guessed by who sees none.
    serve: (file: string): Response | undefined =>
      now().file === file ? answer(now().css, true) : undefined,
  }
}

/** The same files, with the colours of a brand that is tried. */
export const filesTried = (files: FileNames, color: string): FileNames => ({
  ...files,
  'brand.css': `brand-of-${color.slice(1)}.css`,
})

const answer = (css: string, isKept: boolean) =>
  new Response(css, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': isKept ? `public, max-age=${KEPT_S}, immutable` : 'no-store',
    },
  })
