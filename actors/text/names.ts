import { hasVisible } from './visible'

/** What is longer is too long anyway: one sign may become eighteen, and that takes its time. */
const NORMALISED_CHARS = 1000

/**
 * Signs that only stand for others, as old fonts and forms had them: wide and narrow ones, letters
 * of formulas, ready-made shapes of Arabic ones. All else stays what it is: what Unicode calls
 * compatible is often spelling, like `Mª` and `คำ`.
 */
const STAND_INS = /[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFC\uFF01-\uFFEE\u{1D400}-\u{1D7FF}]+/gu

/** Spaces of all widths, tabs, and what ends a line where there is only one. */
const SPACES = /\r\n|[\p{Zs}\t-\r\x85\u2028\u2029\u2800]/gu

const LEFT_OUT = '[\\p{Default_Ignorable_Code_Point}\\p{Cc}\\uFFF9-\\uFFFC]'

/**
 * What is not seen and yet changes what is: how an emoji, a Chinese or a Mongolian character looks,
 * and the flags of England, Scotland and Wales.
 */
const SHAPING =
  '\\p{RGI_Emoji_Tag_Sequence}|' +
  '(?<=[\\p{Emoji}--[0-9#*]])[\\uFE0E\\uFE0F]|(?<=[0-9#*])\\uFE0F(?=\\u20E3)|' +
  '(?<=\\p{sc=Han})[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]|' +
  '(?<=\\p{sc=Mong})[\\u180B-\\u180F]'

/** The first group is what stays, as far as this can tell. */
const invisible = new RegExp(`(${SHAPING}|[\\u200C\\u200D])|${LEFT_OUT}`, 'gv')

const JOINERS = /[\u200C\u200D]+/g

/** More marks on one letter are no spelling: they are drawn over the lines above and below. */
const MARKS_PER_LETTER = 3
/** In the scripts that write letters below each other, which Unicode counts as marks. */
const MARKS_PER_STACK = 6
const STACKING = /^[\p{sc=Tibt}\p{sc=Mymr}\p{sc=Khmr}\p{sc=Lana}\p{sc=Bali}\p{sc=Java}]+$/u
const MARKS = /\p{M}{4,}/gu

const fewMarks = (marks: string): string =>
  Array.from(marks)
    .slice(0, STACKING.test(marks) ? MARKS_PER_STACK : MARKS_PER_LETTER)
    .join('')

/** How far around a joiner it is looked: a letter with its marks. */
const AROUND_CHARS = 16

const emojiBefore = /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)$/u
const emojiAfter = /^\p{Extended_Pictographic}/u
const letterBefore = /\p{L}\p{M}*$/u
const letterAfter = /^\p{M}*\p{L}/u
/** What takes a consonant's vowel away, in the scripts that join by it. */
const viramaAfter = /^[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA]\p{L}/u

/**
 * Whether a joiner changes what is seen: it makes one emoji of two, or it stands between letters of
 * a script that joins them, where it may stand in the name of a host too (RFC 5892, A.1 and A.2).
 * The URL parser knows Unicode's tables of that.
 */
const joins = (joiner: string, before: string, after: string): boolean => {
  if (joiner === '\u200D' && emojiBefore.test(before) && emojiAfter.test(after)) return true
  const left = letterBefore.exec(before)?.[0]
  if (left === undefined) return false
  // Bengali and Kannada write the joiner before the sign that joins.
  if (joiner === '\u200D' && viramaAfter.test(after)) return true
  const right = letterAfter.exec(after)?.[0] ?? ''
  return URL.canParse(`http://${left}${joiner}${right}`)
}

/**
 * A name as it is shown: as people of its script write it, without what is only there to deceive.
 * Empty when there is nothing to see.
 */
export const shownName = (name: string): string => {
  if (name.length > NORMALISED_CHARS) return name
  const whole = name
    .normalize('NFC')
    .replace(STAND_INS, (signs) => signs.normalize('NFKC'))
    .replace(SPACES, ' ')
    .replace(invisible, (_sign, kept: string | undefined) => kept ?? '')
    .replace(JOINERS, (run, at: number, all: string) => {
      const before = all.slice(Math.max(0, at - AROUND_CHARS), at)
      const after = all.slice(at + run.length, at + run.length + AROUND_CHARS)
      const joiner = run.charAt(0)
      return joins(joiner, before, after) ? joiner : ''
    })
    .replace(MARKS, fewMarks)
    .trim()
  return hasVisible(whole) ? whole : ''
}

/** Whether two names that are shown read as one: upper and lower case make no difference. */
export const readsAlike = (one: string, other: string): boolean => folded(one) === folded(other)

const folded = (name: string) =>
  shownName(name)
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
