import type { Problem } from '../../actors/problem'
import { chat } from './chat'
import { rejects, strategies } from './choices'
import { common } from './common'
import { decisions } from './decisions'
import { times as enTimes } from './en/times'
import { entries } from './entries'
import { inbox } from './inbox'
import type { Language } from './language'
import { forDesk } from './notices/for-desk'
import { forVisitor } from './notices/for-visitor'
import { office } from './office'
import { pages } from './pages'
import { presence } from './presence'
import { reasons } from './reasons'
import { room } from './room'
import { search } from './search'
import { start } from './start'
import { clock, daysBetween, partsOf } from './times'
import { together } from './together'
import { visitors } from './visitors'
import { workbench } from './workbench'
import { times as zhTimes } from './zh/times'

const times = { en: enTimes, zh: zhTimes }

/** All of one language. Each noun says its words in all of them; one missing fails type-checking. */
const gather = (language: Language) => ({
  common: common[language],
  pages: pages[language],
  chat: chat[language],
  entries: entries[language],
  start: start[language],
  workbench: {
    ...{ ...workbench[language], ...room[language], ...decisions[language] },
    ...presence[language],
    ...inbox[language],
  },
  visitors: visitors[language],
  office: office[language],
  search: search[language],
  together: together[language],
  times: times[language],
  reasons: reasons[language],
  notices: { visitor: forVisitor[language], desk: forDesk[language] },
  strategies: strategies[language],
  rejects: rejects[language],
})

export type Words = ReturnType<typeof gather>

export const words: Record<Language, Words> = { en: gather('en'), zh: gather('zh') }

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

/** To the minute: `14:03` the same day, else `20 Nov, 14:03`. */
export const exactTime = (at: number, now: number, zone: string, language: Language): string => {
  const isToday = daysBetween(at, now, zone) === 0
  if (isToday) return clock(at, zone)
  const { times } = wordsIn(language)
  return times.dayAndClock(times.shortDay(partsOf(at, zone)), clock(at, zone))
}

/** The day itself: `Today`, `Yesterday`, else in full. */
export const dayName = (at: number, now: number, zone: string, language: Language): string => {
  const { times } = wordsIn(language)
  const days = daysBetween(at, now, zone)
  if (days === 0) return times.today
  return days === 1 ? times.yesterday : times.day(partsOf(at, zone))
}
