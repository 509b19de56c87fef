import type { FileNames } from '../../../views/page-context'
import type { DeskSettings } from '../../reads/desk-settings'
import { type Brand, brandStyle } from './style'

const KEPT_S = 365 * 24 * 3_600
const NAME = 'brand.css'
const COLOR = /^brand-of-([0-9a-f]{6})\.css$/

/**
 * What the pages of visitors look like by the settings of the desk: a small stylesheet behind that of all
 * pages, for nothing may be styled within a page. There is none while all is as it is made.
 */
export const openBrandSheet = (settings: Pick<DeskSettings, 'of' | 'logo'>) => {
  let known: { of: string; css: string; name: string } | undefined

  const now = () => {
    const { color, logoAlone } = settings.of('brand')
    const brand: Brand = { color, logoAlone, logo: settings.logo() }
    const of = JSON.stringify(brand)
    if (known?.of !== of) known = { of, ...sheetOf(brand) }
    return known
  }

  return {
    /** Names of files under /static, with that of the stylesheet while there is one. */
    names: (files: FileNames): FileNames => {
      const { css, name } = now()
      return css === '' ? files : { ...files, [NAME]: name }
    },
    /** The stylesheet, by the name it has now or had before; or that of a colour that is tried. */
    serve: (name: string): Response | undefined => {
      const [, tried] = COLOR.exec(name) ?? []
      if (tried) return answer(styleIn(tried), true)
      const sheet = now()
      return /^brand-[0-9a-f]{12}\.css$/.test(name)
        ? answer(sheet.css, sheet.name === name)
        : undefined
    },
  }
}
export type BrandSheet = ReturnType<typeof openBrandSheet>

const styleIn = (color: string) => brandStyle({ color: `#${color}`, logo: null, logoAlone: false })

const sheetOf = (brand: Brand) => {
  const css = brandStyle(brand)
  const mark = new Bun.CryptoHasher('sha256').update(css).digest('hex').slice(0, 12)
  return { css, name: `brand-${mark}.css` }
}

/** The same files, with the colours of a brand that is tried. */
export const filesTried = (files: FileNames, color: string): FileNames => ({
  ...files,
  [NAME]: `brand-of-${color.slice(1)}.css`,
})

const answer = (css: string, isKept: boolean) =>
  new Response(css, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': isKept ? `public, max-age=${KEPT_S}, immutable` : 'no-store',
    },
  })
