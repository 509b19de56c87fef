/**
 * What of a text can be seen. Unicode says which code points a font may leave out (default
 * ignorable: joiners, fillers, tags, variation selectors); a few more are drawn as nothing at all.
 */

/**
 * An empty braille cell, interlinear marks, the place of an object that is not there, a note
 * without a head, blanks of hieroglyphs.
 */
const BLANK = '\\u2800\\uFFF9-\\uFFFC\\u{1D159}\\u{13441}\\u{13442}'

const UNSEEN = `\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\p{Cc}${BLANK}`

/** A mark that stands on nothing is none: it needs a letter. */
const seen = new RegExp(`[^${UNSEEN}\\p{Mn}\\p{Me}]`, 'u')

/** Whether a text, which is well-formed, has something to see. */
export const hasVisible = (text: string): boolean => seen.test(text)

/** Code points: an emoji is one. The unit of every limit on what people write. */
export const codePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}
