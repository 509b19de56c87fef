import type { Reason } from '../../actors/problem'

/** What fills the blanks of a sentence: `count`, `limit`, `name`, `seconds`. */
export type Values = Readonly<Record<string, string | number>>
export type ReasonWords = { [R in Reason]: (values: Values) => string }

/** `, try again in 12 seconds` needs its figure only when there is one. */
export const figure = (values: Values, name: string): number | null => {
  const value = Number(values[name] ?? Number.NaN)
  return Number.isFinite(value) ? value : null
}
