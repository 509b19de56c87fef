import type { LineRow, Precedence, Wants } from '../rows'
import { linesIn } from '../settings'
import type { DepartmentSettings } from './settings'

/**
 * Where somebody stands in a lane: by how long they wait, and for each step of priority a wait counts
 * as so much longer. So what is urgent goes ahead, and nobody waits for ever behind it. A place is
 * worked out once, when they come, and again when what they want becomes other.
 */

/** Of those who come in one millisecond the first that was heard of goes first: ranks of a millisecond. */
const RANKS_PER_MS = 1000

/** What somebody wants of whom nothing is known. */
export const usualWants: Wants = { priority: 'normal', language: '', topics: [] }

/** The same of a row that was kept before anything was. */
export const precedenceOf = ({
  precedence,
  since,
}: Pick<LineRow, 'precedence' | 'since'>): Precedence =>
  precedence ?? { priority: 'normal', topics: [], came: since, news: 0, via: [], asked: 0 }

type Rules = Pick<DepartmentSettings, 'headStart' | 'vip'>

/** The rank of who came as the `nth` of all: lower ones are next. */
export const rankOf = (
  { headStart, vip }: Rules,
  { came, priority, topics }: Pick<Precedence, 'came' | 'priority' | 'topics'>,
  nth: number,
): number => {
  const steps = stepsOf[priority] + (isKnownBy(topics, vip) ? 1 : 0)
  return (came - steps * headStart) * RANKS_PER_MS + (nth % RANKS_PER_MS)
}

/** The same row with other wants, at the place that they give it. */
export const replaced = (
  rules: Rules,
  row: LineRow,
  { language, ...wants }: Wants,
  news: number,
): LineRow => {
  const precedence = { ...precedenceOf(row), ...wants, news }
  const nth = ((row.rank % RANKS_PER_MS) + RANKS_PER_MS) % RANKS_PER_MS
  return { ...row, language, precedence, rank: rankOf(rules, precedence, nth) }
}

const stepsOf: Record<Wants['priority'], number> = { low: -1, normal: 0, high: 1, urgent: 2 }

/** How many of these words are in a list; upper and lower case make no difference. */
export const commonTo = (topics: readonly string[], list: string): number => {
  if (topics.length === 0 || list === '') return 0
  const known = new Set(linesIn(list).map(wordKey))
  return topics.filter((topic) => known.has(wordKey(topic))).length
}

const isKnownBy = (topics: readonly string[], list: string): boolean => commonTo(topics, list) > 0
const wordKey = (word: string): string => word.toUpperCase().toLowerCase()
