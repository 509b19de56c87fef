/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number]

/** WCAG 2.2, relative luminance, 0 to 1. */
const luminanceOf = (colour: Colour): number => {
  const [r = 0, g = 0, b = 0] = colour
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2, contrast ratio, 1 to 21. */
export const contrastOf = (one: Colour, other: Colour): number => {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** `#1e1b2e` in its parts. */
export const colourOf = (hex: string): Colour => {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

/** What is seen where a colour lies upon another one; `alpha` 1 hides that. */
export const laidUpon = (ground: Colour, colour: Colour, alpha: number): Colour => {
  const part = (at: 0 | 1 | 2) => colour[at] * alpha + ground[at] * (1 - alpha)
  return [part(0), part(1), part(2)]
}
