import type { SearchQuery } from '../../../actors/search/query'
import type { Matched } from './matched'

/** How much better a line is for each of its places, and for saying little else. */
const PLACE = 1
const SHORT = 2
/** How much a line loses by its age, at most. */
const AGE = 2

/**
 * The best first: those that have what was searched for more often, and say little else; of equal
 * ones the newer. They come newest first.
 */
export const byWorth = (lines: readonly Matched[], { terms }: SearchQuery): Matched[] => {
  const worth = ({ text, places }: Matched, nth: number): number => {
    const found = places.reduce((sum, { start, end }) => sum + end - start, 0)
    const often = Math.log2(1 + places.length / Math.max(1, terms.length))
    return often * PLACE + (found / Math.max(1, text.length)) * SHORT - (nth / lines.length) * AGE
  }
  return lines
    .map((line, nth) => ({ line, worth: worth(line, nth) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ line }) => line)
}
