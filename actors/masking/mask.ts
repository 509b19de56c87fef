import { RE2JS } from 're2js'
import { linesIn } from '../settings'
import { isCard, isIdentity } from './numbers'

/** What is masked, as the desk has set it. */
export type Masking = { maskCards: boolean; maskIdentities: boolean; maskPatterns: string }

/** A text in which nothing is told that is masked; the very same text where nothing is. */
export type Mask = (text: string) => string

/** Stands for each sign that is masked: so a text stays as long as it is, and so do the places in it. */
const DOT = '•'
/** Signs at the end of a number by which its owner knows which one it is. */
const SHOWN = 4

/** Runs of digits with single spaces or hyphens between them; wide ones are looked at as plain ones. */
const RUNS = /\d(?:[ \-\u00A0]?[\dXx])*/g
const WIDE = /[\uFF10-\uFF19\uFF38\uFF58]/g
const plainOf = (text: string): string =>
  text.replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/** The least digits that any of these has: a text with fewer is not looked at further. */
const FEWEST = /(?:[\d\uFF10-\uFF19][ \-\u00A0]?){13}/

type Span = { from: number; to: number; shown: number }

/** Numbers in one run of digits: all of it, or what stands in it between its spaces. */
const numbersIn = (run: string, from: number, { maskCards, maskIdentities }: Masking): Span[] => {
  const isOne = (part: string): boolean => {
    const signs = part.replace(/[ \-\u00A0]/g, '')
    return (maskIdentities && isIdentity(signs)) || (maskCards && isCard(signs))
  }
  if (isOne(run)) return [{ from, to: from + run.length, shown: SHOWN }]
  const spans: Span[] = []
  // A date or an amount may stand beside it: the longest stretch of whole groups that is one.
  const groups = [...run.matchAll(/[\dXx]+/g)].map(({ index, 0: signs }) => ({
    ...{ from: index, to: index + signs.length },
  }))
  for (let first = 0; first < groups.length; first += 1) {
    const most = Math.min(groups.length, first + MOST_GROUPS)
    for (let last = most - 1; last >= first; last -= 1) {
      const [begin, end] = [groups[first]?.from ?? 0, groups[last]?.to ?? 0]
      if (!isOne(run.slice(begin, end))) continue
      spans.push({ from: from + begin, to: from + end, shown: SHOWN })
      first = last
      break
    }
  }
  return spans
}

/** Groups of digits that a number is written in, at most. */
const MOST_GROUPS = 19

/** A number keeps what stands between its digits, anything else only its blanks. */
const dotted = (text: string, { from, to, shown }: Span): string => {
  const signs = shown > 0 ? /[^ \-\u00A0]/g : /\S/g
  const part = text.slice(from, to)
  const keep = (part.match(signs) ?? []).length - shown
  let nth = 0
  const masked = part.replace(signs, (sign) => (nth++ < keep ? DOT : sign))
  return text.slice(0, from) + masked + text.slice(to)
}

/** Patterns of a desk's own: matched in a time that grows with the text alone, whatever they are. */
const patternsOf = (typed: string): RE2JS[] =>
  linesIn(typed).flatMap((line) => {
    const pattern = compiled(line)
    return pattern ? [pattern] : []
  })

const compiled = (pattern: string): RE2JS | undefined => {
  try {
    return RE2JS.compile(pattern)
  } catch {
    return undefined
  }
}

/** Whether it is a pattern, and matches more than nothing. */
export const isPattern = (pattern: string): boolean => compiled(pattern)?.matches('') === false

const ownSpans = (pattern: RE2JS, text: string): Span[] => {
  const spans: Span[] = []
  const found = pattern.matcher(text)
  while (found.find()) {
    const [from, to] = [found.start(), found.end()]
    if (to > from) spans.push({ from, to, shown: 0 })
  }
  return spans
}

/** Masks what a desk wants masked. */
export const maskOf = (masking: Masking): Mask => {
  const patterns = patternsOf(masking.maskPatterns)
  const isNumbers = masking.maskCards || masking.maskIdentities
  return (text) => {
    let masked = text
    if (isNumbers && FEWEST.test(text)) {
      const plain = plainOf(text)
      for (const { 0: run, index } of plain.matchAll(RUNS))
        for (const span of numbersIn(run, index, masking)) masked = dotted(masked, span)
    }
    for (const pattern of patterns)
      for (const span of ownSpans(pattern, text)) masked = dotted(masked, span)
    return masked
  }
}
