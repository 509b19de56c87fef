import type { Logo } from '../../../actors/desk/logo'
import { paletteOf } from '../../../actors/desk/palette'
import { paths } from '../../../views/paths'

/** What the pages of visitors look like otherwise than they are made. */
export type Brand = {
  /** `#6b46c1`; empty for the colours of the program. */
  color: string
  logo: Logo | null
  /** The logo stands for the name, too. */
  logoAlone: boolean
}

/** The style of a brand, behind that of all pages; empty where nothing is otherwise. */
export const brandStyle = ({ color, logo, logoAlone }: Brand): string =>
  [color === '' ? '' : colorsOf(color), logo ? logoStyle(logo, logoAlone) : ''].join('')

type Both = { light: string; dark: string }
const both = ({ light, dark }: Both) => `light-dark(${light},${dark})`

const colorsOf = (color: string): string => {
  const { fill, press, strong, soft, brand, bubble, washes } = paletteOf(color)
  const tokens = {
    brand,
    'brand-fill': both(fill),
    'brand-press': both(press),
    'brand-strong': both(strong),
    'brand-soft': both(soft),
    bubble: both(bubble),
    ...Object.fromEntries(washes.map((wash, nth) => [`wash-${nth + 1}`, both(wash)])),
    'tint-0': both(soft),
    'tint-0-ink': both(strong),
  }
  const lines = Object.entries(tokens).map(([name, value]) => `--${name}:${value}`)
  return `:root{${lines.join(';')}}`
}

/** How high it stands at the head of a page, in CSS pixels, and how wide at most. */
const [HIGH_PX, WIDE_PX] = [32, 160]
/** Wider than this it has no room beside who answers in a small frame. */
const SQUARE = 1.6

const HEARD = '.brandmark>span{position:absolute;clip-path:inset(50%);inline-size:1px}'

const logoStyle = ({ mark, width, height }: Logo, isAlone: boolean): string => {
  const share = Math.min(HIGH_PX / height, WIDE_PX / width)
  const [wide, high] = [width, height].map((side) => Math.max(1, Math.round(side * share)))
  const picture = `content:"";flex:none;inline-size:${wide}px;block-size:${high}px;background:url(${paths.avatar(mark)}) center/contain no-repeat`
  const inHead = `.chat-head .who::before{${picture}}`
  return [
    `.brandmark>svg{display:none}.brandmark::before{${picture}}`,
    width / height > SQUARE ? `@container page (inline-size>560px){${inHead}}` : inHead,
    // Where there is room for one of them alone, the name is still there for who hears the page.
    isAlone ? HEARD : `@container page (inline-size<=480px){.start-head ${HEARD}}`,
  ].join('')
}
