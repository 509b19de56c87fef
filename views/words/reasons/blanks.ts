import type { Reason } from '../../../actors/problem'
import { plural } from '../en/times'

/** What fills the blanks of a sentence: `count`, `limit`, `name`, `seconds`. */
export type Values = Readonly<Record<string, string | number>>
/** What went wrong and what to do about it, in one breath. */
export type Sentence = (values: Values) => string
/** Some of them, by their reasons. */
export type Sentences = { readonly [R in Reason]?: Sentence }

/** `, try again in 12 seconds` needs its figure only when there is one. */
const figure = (values: Values, name: string): number | null => {
  const value = Number(values[name] ?? Number.NaN)
  return Number.isFinite(value) ? value : null
}

/** When to try again. */
export const again = {
  en: (values: Values): string => {
    const seconds = figure(values, 'seconds')
    if (seconds === null) return 'in a moment'
    return seconds < 90
      ? `in ${plural(Math.ceil(seconds), 'second')}`
      : `in ${plural(Math.ceil(seconds / 60), 'minute')}`
  },
  zh: (values: Values): string => {
    const seconds = figure(values, 'seconds')
    if (seconds === null) return '请稍后再试'
    return seconds < 90
      ? `请在 ${Math.ceil(seconds)} 秒后再试`
      : `请在 ${Math.ceil(seconds / 60)} 分钟后再试`
  },
}

/** How long it may be, and how long it is. */
export const tooLong = {
  en: (values: Values): string => {
    const [length, limit] = [figure(values, 'count'), figure(values, 'limit')]
    if (limit === null) return 'Too long'
    return length === null ? `Too long: at most ${limit}` : `Too long: ${length} of ${limit}`
  },
  zh: (values: Values): string => {
    const [length, limit] = [figure(values, 'count'), figure(values, 'limit')]
    if (limit === null) return '内容太长'
    return length === null ? `内容太长：最多 ${limit} 个字` : `内容太长：${length} / ${limit} 个字`
  },
}
