import type { Term } from './query'
import { type Unit, unitsOf } from './words'

/** A stretch of a text (UTF-16). */
export type Stretch = { start: number; end: number }

/**
 * Where a text has what was searched for; null when it has not all of it, or something that it must
 * not have. The index only says which lines have all the words: whether they stand side by side is
 * seen here.
 */
export const matchIn = (text: string, terms: readonly Term[]): Stretch[] | null => {
  const units = unitsOf(text)
  const found: Stretch[] = []
  for (const term of terms) {
    const places = placesOf(units, term)
    if (term.not !== (places.length === 0)) return null
    found.push(...places)
  }
  return joined(found)
}

const placesOf = (units: readonly Unit[], { units: wanted, open }: Term): Stretch[] =>
  units.flatMap(({ start }, n) => {
    const isHere = wanted.every(({ word }, nth) => {
      const there = units[n + nth]?.word
      const isLast = nth === wanted.length - 1
      return there === word || (open && isLast && there?.startsWith(word) === true)
    })
    const end = units[n + wanted.length - 1]?.end
    return isHere && end !== undefined ? [{ start, end }] : []
  })

/** In their order, those that touch as one. */
const joined = (stretches: readonly Stretch[]): Stretch[] => {
  const whole: Stretch[] = []
  for (const next of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = whole.at(-1)
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end)
    else whole.push({ ...next })
  }
  return whole
}

/** A text in pieces, those that were found and those between; of a long one what is around the first. */
export type Piece = { text: string; found: boolean }

/** UTF-16 units that are shown before the first place, and in all. */
const LEAD_CHARS = 40
const SHOWN_CHARS = 240

export const piecesOf = (text: string, places: readonly Stretch[]): Piece[] => {
  const from = startOf(text, Math.max(0, (places[0]?.start ?? 0) - LEAD_CHARS))
  const to = startOf(text, Math.min(text.length, from + SHOWN_CHARS))
  const pieces: Piece[] = from > 0 ? [{ text: '…', found: false }] : []
  let at = from
  const put = (end: number, found: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), found })
    at = Math.max(at, end)
  }
  for (const { start, end } of places) {
    put(Math.min(start, to), false)
    put(Math.min(end, to), true)
  }
  put(to, false)
  return to < text.length ? [...pieces, { text: '…', found: false }] : pieces
}

/** Not in the middle of a sign. */
const startOf = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at
