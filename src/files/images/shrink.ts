import type { Drawn } from './size'

/** As wide as an image is drawn in a transcript, on screens of three dots for each pixel. */
const WIDTH_PIXELS = 720
const QUALITY = 75
/** A WebP can be no higher. */
const MOST_PIXELS_HIGH = 16_383
/** Four bytes of memory each while it is decoded; a JPEG in one pass is made small as it comes. */
const MOST_PIXELS = 24e6
/** Pixels times passes: a second or two of a thread. */
const MOST_WORK = 400e6

const decoded = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * Whether a smaller copy of an image can be made, by what its own head says: before anything of it
 * is decoded. Of what moves it would show the first picture alone.
 */
export const canShrink = (type: string, { width, height, moves, passes }: Drawn): boolean => {
  const pixels = width * height
  const isHeld = passes !== 1
  const shownHigh = height * Math.min(1, WIDTH_PIXELS / width)
  return (
    decoded.has(type) &&
    !moves &&
    (!isHeld || pixels <= MOST_PIXELS) &&
    pixels * (passes ?? 1) <= MOST_WORK &&
    shownHigh <= MOST_PIXELS_HIGH
  )
}

/**
 * The same image as a transcript shows it, without what does not draw it. Decoded in a thread of
 * Bun's own. Rejects when it cannot be decoded.
 */
export const shrink = (image: Uint8Array): Promise<Uint8Array> =>
  new Bun.Image(image, { maxPixels: 50e6 })
    .resize(WIDTH_PIXELS, undefined, { withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .bytes()

/** As a logo is drawn, on screens of three dots for each pixel. */
const [LOGO_WIDTH, LOGO_HEIGHT] = [480, 96]

/** A logo as pages show it, with its size in pixels; undefined for what cannot be decoded. */
export const shrinkLogo = async (type: string, image: Uint8Array, drawn: Drawn) => {
  if (!canShrink(type, drawn)) return undefined
  const share = Math.min(1, LOGO_WIDTH / drawn.width, LOGO_HEIGHT / drawn.height)
  const sideOf = (pixels: number) => Math.max(1, Math.round(pixels * share))
  const [width, height] = [sideOf(drawn.width), sideOf(drawn.height)]
  try {
    const bytes = await new Bun.Image(image, { maxPixels: 50e6 })
      .resize(width, height)
      .webp({ quality: 90 })
      .bytes()
    return { bytes, width, height }
  } catch {
    return undefined
  }
}
