import { Malformed } from '../reader'

/** In pixels, as the image is shown. */
export type Size = { width: number; height: number }

/** A browser holds four bytes for each pixel: what phones take is below, what was made to harm is not. */
export const MEGAPIXELS = 50
const SIDE_PIXELS = 20_000
/** Pictures that one image may have one after the other, and passes that it may come in. */
const FRAMES = 2_000

/** What is known of an image once it was walked. */
export type Drawn = Size & {
  /** It shows several pictures, one after the other. */
  moves: boolean
  /** How often its decoder goes over all of it; left out for one that always does so once. */
  passes?: number
}

/** More than a browser should be asked to draw, as its own head says. */
export class TooManyPixels extends Error {
  override readonly name = 'TooManyPixels'
}

/** Throws unless it can be drawn. */
export const proveSize = ({ width, height }: Size): void => {
  if (!(width > 0 && height > 0)) throw new Malformed('it has no size')
  const isLarge = width * height > MEGAPIXELS * 1e6 || Math.max(width, height) > SIDE_PIXELS
  if (isLarge) throw new TooManyPixels()
}

/** Counts what an image is made of; throws at the first that is too many. */
export const frameCount = (most = FRAMES) => {
  let frames = 0
  return {
    count: (): number => frames,
    next: (): void => {
      frames += 1
      if (frames > most) throw new TooManyPixels()
    },
    prove: (): void => {
      if (frames === 0) throw new Malformed('there is no picture in it')
    },
  }
}
