import { LRUCache } from 'lru-cache'
import type { Problem } from '../../actors/problem'
import { cards } from './cards'
import { chat } from './chat'
import { rejects, strategies } from './choices'
import { common } from './common'
import { customers } from './customers'
import { decisions } from './decisions'
import { emoji } from './emoji'
import { times as enTimes } from './en/times'
import { entries } from './entries'
import { files } from './files'
import { inbox } from './inbox'
import { type Edition, type Language, languageOf } from './language'
import { letters } from './letters'
import { forDesk } from './notices/for-desk'
import { forVisitor } from './notices/for-visitor'
import { office } from './office'
import { pages } from './pages'
import { past } from './past'
import { presence } from './presence'
import { reasons } from './reasons'
import { type Texts, withTexts } from './reword'
import { room } from './room'
import { search } from './search'
import { start } from './start'
import { clock, daysBetween, partsOf } from './times'
import { together } from './together'
import { visitors } from './visitors'
import { widget } from './widget'
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
  past: past[language],
  customers: customers[language],
  cards: cards[language],
  files: files[language],
  emoji: emoji[language],
  letters: letters[language],
  widget: widget[language],
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

/** More than are read at a time: those of the desk, and what somebody tries in the office. */
const EDITIONS = 200
const editions = new LRUCache<Edition, Words>({ max: EDITIONS })

/** The words under a name of their own. What one name stands for is never another. */
export const keepEdition = (edition: Edition, words: Words): Edition => {
  editions.set(edition, words)
  return edition
}

/** A language with other texts in it; `mark` tells these texts from all others. */
export const editionOf = (language: Language, texts: Texts, mark: string): Edition => {
  const edition: Edition = `${language}-x-${mark}`
  return editions.has(edition) ? edition : keepEdition(edition, withTexts(words[language], texts))
}

export const wordsIn = (edition: Edition): Words =>
  (edition.length > LONGEST_NAME ? editions.get(edition) : undefined) ?? words[languageOf(edition)]
const LONGEST_NAME = Math.max(...Object.keys(words).map(({ length }) => length))

/** The one sentence for a problem. */
export const sentenceFor = (
  problem: Pick<Problem, 'reason' | 'values' | 'retryAfter'>,
  language: Edition,
): string => {
  const values =
    problem.retryAfter === undefined
      ? problem.values
      : { seconds: problem.retryAfter, ...problem.values }
  return wordsIn(language).reasons[problem.reason](values)
}

/** When, in a list: `14:03` today, `Yesterday`, else `20 Nov`. */
export const briefTime = (at: number, now: number, zone: string, language: Edition): string => {
  const { times } = wordsIn(language)
  const days = daysBetween(at, now, zone)
  if (days <= 0) return clock(at, zone)
  return days === 1 ? times.yesterday : times.shortDay(partsOf(at, zone))
}

/** To the minute: `14:03` the same day, else `20 Nov, 14:03`. */
export const exactTime = (at: number, now: number, zone: string, language: Edition): string => {
  const isToday = daysBetween(at, now, zone) === 0
  if (isToday) return clock(at, zone)
  const { times } = wordsIn(language)
  return times.dayAndClock(times.shortDay(partsOf(at, zone)), clock(at, zone))
}

/** The day itself: `Today`, `Yesterday`, else in full. */
export const dayName = (at: number, now: number, zone: string, language: Edition): string => {
  const { times } = wordsIn(language)
  const days = daysBetween(at, now, zone)
  if (days === 0) return times.today
  return days === 1 ? times.yesterday : times.day(partsOf(at, zone))
}
