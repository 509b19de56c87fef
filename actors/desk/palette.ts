/** A colour as CSS reads it, `#rrggbb`. */
type Color = string
/** In light and in dark. */
type Both = { light: Color; dark: Color }

/** The tokens of the style that a brand's colour stands for, by their names. */
export type Palette = {
  /** Under white words: buttons, counts. */
  fill: Both
  press: Both
  /** Of links and icons. */
  strong: Both
  /** Under words of the page's own ink. */
  soft: Both
  /** Of what is seen and not read. */
  brand: Color
  /** Under what the visitor has said. */
  bubble: Both
  /** What the ground of their pages turns from, by and to. */
  washes: readonly [Both, Both, Both]
}

/** By WCAG 2: words, and what is only seen. */
const [READ, SEEN] = [4.5, 3]

const WHITE = '#ffffff'
const BLACK = '#000000'
/** What the colours of a page lie on, and its faintest ink. */
const ground: Both = { light: '#f6f6fb', dark: '#13111b' }
const raised: Both = { light: WHITE, dark: '#262436' }
const faint: Both = { light: '#6a6781', dark: '#9794ae' }

/** A fill that is hardly lighter than a dark page would be no button. */
const APART = 2.2

/**
 * The colours of a desk from that of its brand: the same hue, as much darker or lighter as is needed
 * to read what stands on them, or in them, on both grounds.
 */
export const paletteOf = (color: Color): Palette => {
  const fill = until(color, BLACK, (one) => contrast(one, WHITE) >= READ)
  const dark = until(fill, WHITE, (one) => contrast(one, ground.dark) >= APART)
  const soft: Both = {
    light: under(mix(color, WHITE, 0.88), WHITE, faint.light),
    dark: under(mix(color, ground.dark, 0.78), ground.dark, faint.dark),
  }
  return {
    fill: { light: fill, dark },
    press: { light: mix(fill, BLACK, 0.16), dark: mix(dark, BLACK, 0.16) },
    strong: {
      light: until(fill, BLACK, (one) => isRead(one, [ground.light, soft.light])),
      dark: until(color, WHITE, (one) => isRead(one, [raised.dark, soft.dark])),
    },
    soft,
    brand: until(
      until(color, BLACK, (one) => contrast(one, ground.light) >= SEEN),
      WHITE,
      (one) => contrast(one, raised.dark) >= SEEN,
    ),
    bubble: { light: bubbleOf(fill, 'light'), dark: bubbleOf(dark, 'dark') },
    washes: [washOf(color, 0.93), washOf(color, 0.92), washOf(color, 0.96)],
  }
}

/** What is drawn instead of a colour that white words cannot be read on; null where they can be. */
export const correctionOf = (color: Color): { drawn: Color; ratio: number } | null => {
  const drawn = paletteOf(color).fill.light
  return drawn === color ? null : { drawn, ratio: Math.floor(contrast(color, WHITE) * 10) / 10 }
}

/** How much of the page shows through a message on its way. */
const THROUGH = 0.05
const surface: Both = { light: WHITE, dark: '#1b1926' }

/** Under white words that are read while the message is on its way, too. */
const bubbleOf = (fill: Color, look: keyof Both): Color =>
  until(fill, BLACK, (one) =>
    [ground[look], surface[look]].every(
      (page) => contrast(mix(WHITE, page, THROUGH), mix(one, page, THROUGH)) >= READ,
    ),
  )

const isRead = (color: Color, on: readonly Color[]) =>
  on.every((each) => contrast(color, each) >= READ)

const washOf = (color: Color, share: number): Both => ({
  light: under(mix(color, WHITE, share), WHITE, faint.light),
  dark: under(mix(color, ground.dark, share), ground.dark, faint.dark),
})

/** A ground on which even the faintest ink is read: nearer to that of the page where it was not. */
const under = (color: Color, page: Color, ink: Color): Color =>
  until(color, page, (one) => contrast(ink, one) >= READ)

/** Steps on the way to black or white: none of them is seen alone. */
const STEPS = 100

/** The first on the way from one colour to another that is as is wanted; else the last. */
const until = (from: Color, to: Color, isWanted: (color: Color) => boolean): Color => {
  for (let step = 0; step < STEPS; step++) {
    const color = mix(from, to, step / STEPS)
    if (isWanted(color)) return color
  }
  return to
}

/** So much of another colour in it. */
const mix = (color: Color, other: Color, share: number): Color => {
  const [from, to] = [partsOf(color), partsOf(other)]
  const mixed = from.map((part, nth) => Math.round(part + ((to[nth] ?? 0) - part) * share))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const partsOf = (color: Color): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

/** How well two colours are told apart, from 1 to 21: "contrast ratio" of WCAG 2. */
export const contrast = (one: Color, other: Color): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** How bright it is, from 0 to 1: "relative luminance" of WCAG 2. */
const luminance = (color: Color): number => {
  const [red = 0, green = 0, blue = 0] = partsOf(color).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
