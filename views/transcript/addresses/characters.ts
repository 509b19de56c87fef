/** Classes of characters, for expressions with the `v` flag. */

/** Scripts that put no space between words: text in them may stand right beside an address. */
const UNSPACED_SCRIPTS = ['Hani', 'Hira', 'Kana', 'Bopo', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr']

const LETTERS = '[\\p{L}\\p{M}\\p{N}]'
const unspaced = UNSPACED_SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')

/** Letters of such a script, and signs that are written like them: emoji, `・`. */
export const UNSPACED = `[[${LETTERS}&&[${unspaced}]][\\p{So}\\p{Emoji_Modifier}・]]`

/** A letter, mark or figure of any other script: of `münchen`, of `кто`. */
export const SPACED = `[${LETTERS}--${UNSPACED}]`

/** What makes two letters of Arabic or Indic scripts another word; nothing between Latin ones. */
export const JOINER =
  '(?<=[[\\p{L}\\p{M}]--\\p{scx=Latn}])[\\u200C\\u200D](?=[\\p{L}--\\p{scx=Latn}])'

/** Not seen, and no joiner in its place. */
export const UNSEEN = '\\p{Default_Ignorable_Code_Point}'
