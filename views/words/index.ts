import type { Problem } from '../../actors/problem'
import { en, type Words } from './en'
import type { Language } from './language'
import { clock, daysBetween, partsOf } from './times'
import { zh } from './zh'

export const words: Record<Language, Words> = { en, zh }

export const wordsIn = (language: Language): Words => words[language]

/** The one sentence for a problem. */
export const sentenceFor = (
  problem: Pick<Problem, 'reason' | 'values' | 'retryAfter'>,
  language: Language,
): string => {
  const values =
    problem.retryAfter === undefined
      ? problem.values
      : { seconds: problem.retryAfter, ...problem.values }
  return wordsIn(language).reasons[problem.reason](values)
}

/** When, in a list: `14:03` today, `Yesterday`, else `20 Nov`. */
export const briefTime = (at: number, now: number, zone: string, language: Language): string => {
  const { times } = wordsIn(language)
  const days = daysBetween(at, now, zone)
  if (days <= 0) return clock(at, zone)
  return days === 1 ? times.yesterday : times.shortDay(partsOf(at, zone))
}

/** The day itself: `Today`, `Yesterday`, else in full. */
export const dayName = (at: number, now: number, zone: string, language: Language): string => {
  const { times } = wordsIn(language)
  const days = daysBetween(at, now, zone)
  if (days === 0) return times.today
  return days === 1 ? times.yesterday : times.day(partsOf(at, zone))
}
