import { dayNumber } from '../../../actors/figures/calendar'
import { wordsIn } from '../../words'
import { type Language, languageOf } from '../../words/language'
import { reportWords } from '../../words/reports'
import { partsOf } from '../../words/times'
import type { ReportRow, ShownReport } from './shown'

const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/** A weekday by its number, 0 for Monday. */
export const weekdayText = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    MONDAY + day * DAY_MS,
  )

export const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** Stretches of time as they stand under a chart: days without their year, and of one day its hours alone. */
export const stretchLabels = (keys: readonly string[], language: Language): readonly string[] => {
  const dayOf = (key: string) => key.slice(0, 10)
  const isOneDay = new Set(keys.map(dayOf)).size === 1
  return keys.map((key) => {
    const day = dayNumber(dayOf(key))
    if (day === null) return key
    if (isOneDay && key.length > 10) return key.slice(11)
    return wordsIn(language).times.shortDay(partsOf(day * DAY_MS, 'UTC'))
  })
}

/** What a row is called. */
export const rowLabel = (
  { report }: Pick<ShownReport, 'report'>,
  { key, name }: Pick<ReportRow, 'key' | 'name'>,
  language: Language,
): string => {
  const words = reportWords[language]
  switch (report.rows) {
    case 'time':
      return key
    case 'weekHour':
      return `${weekdayText(Math.floor(Number(key) / 24), language)} ${hourText(Number(key) % 24)}`
    case 'ending':
      return Reflect.get(words.endings, key) ?? key
    case 'device':
      return Reflect.get(words.devices, key) ?? (key || words.unknown)
    case 'country':
      return key ? namedBy('region', key, language) : words.unknown
    case 'language':
      return key ? namedBy('language', key, language) : words.unknown
    case 'rating':
      return key || words.none
    default:
      return name || (report.rows === 'source' ? words.unknown : words.none)
  }
}

const namedBy = (type: 'region' | 'language', key: string, language: Language): string => {
  try {
    return new Intl.DisplayNames([languageOf(language)], { type }).of(key) ?? key
  } catch {
    return key
  }
}
