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

/**
 * What stands between the digits of a number, as people and their keyboards write it: spaces of any width, hyphens and
 * dashes, dots; three of them at most.
 */
const BETWEEN = String.raw` \-.\u00A0\u00B7\u2000-\u200D\u2010-\u2015\u202F\u2060\u2212\u3000\uFF0D\uFF0E`
const GAPS = new RegExp(`[${BETWEEN}]+`, 'g')
const SEPARATORS = new RegExp(`[${BETWEEN}]`, 'g')

/** Runs of digits with little between them; wide ones are looked at as plain ones. */
const RUNS = new RegExp(String.raw`\d(?:[${BETWEEN}]{0,3}[\dXx])*`, 'g')
const WIDE = /[\uFF10-\uFF19\uFF38\uFF58]/g
const plainOf = (text: string): string =>
  text.replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/** The least digits that any of these has: a text with fewer is not looked at further. */
const FEWEST = new RegExp(String.raw`(?:[\d\uFF10-\uFF19][${BETWEEN}]{0,3}){13}`)

type Span = { from: number; to: number; shown: number }

/** Dots with anything else between are those of prices and dates that stand side by side. */
const isOfAmounts = (part: string): boolean =>
  /[.\u00B7\uFF0E]/.test(part) && new Set(part.match(GAPS)).size > 1

/** Numbers in one run of digits: all of it, or what stands in it between its spaces. */
const numbersIn = (run: string, from: number, { maskCards, maskIdentities }: Masking): Span[] => {
  const isOne = (part: string): boolean => {
    if (isOfAmounts(part)) return false
    const signs = part.replace(SEPARATORS, '')
    return (maskIdentities && isIdentity(signs)) || (maskCards && isCard(signs))
  }
  if (isOne(run)) return [{ from, to: from + run.length, shown: SHOWN }]
  const spans: Span[] = []
  // A date or an amount may stand beside it: the longest stretch of whole groups that is one.
  const groups = [...run.matchAll(/[\dXx]+/g)].map(({ index, 0: signs }) => ({
    ...{ from: index, to: index + signs.length, signs: signs.length },
  }))
  for (let first = 0; first < groups.length; first += 1) {
    const last = lastOf(groups, first, (to) => isOne(run.slice(groups[first]?.from ?? 0, to)))
    const [begin, end] = [groups[first]?.from, groups[last ?? -1]?.to]
    if (last === undefined || begin === undefined || end === undefined) continue
    spans.push({ from: from + begin, to: from + end, shown: SHOWN })
    first = last
  }
  return spans
}

type Group = { from: number; to: number; signs: number }

/** The last group of the longest number that begins with one; only what is as long as one is looked at. */
const lastOf = (
  groups: readonly Group[],
  first: number,
  isOne: (to: number) => boolean,
): number | undefined => {
  let found: number | undefined
  let signs = 0
  for (let nth = first; nth < groups.length; nth += 1) {
    const group = groups[nth]
    signs += group?.signs ?? 0
    if (group === undefined || signs > MOST_SIGNS) break
    if (signs >= LEAST_SIGNS && isOne(group.to)) found = nth
  }
  return found
}

/** Signs of the shortest and of the longest of these numbers. */
const [LEAST_SIGNS, MOST_SIGNS] = [13, 19]

const DIGITS = new RegExp(`[^${BETWEEN}]`, 'g')

/** A number keeps what stands between its digits, anything else only its blanks. */
const dotted = (text: string, { from, to, shown }: Span): string => {
  const signs = shown > 0 ? DIGITS : /\S/g
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
