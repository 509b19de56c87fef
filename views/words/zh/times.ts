import { durationIn, weekdaysOf } from '../calendar'
import type { Day } from '../times'

const weekdays = weekdaysOf('zh')
const said = durationIn('zh', 'short')

/** A figure keeps its distance from the characters around it, here as in every other sentence. */
const duration = (ms: number): string => said(ms).replace(/(\d)(?=\D)/, '$1 ')

const estimate = (ms: number): string => {
  const minutes = Math.max(1, Math.ceil(ms / 60_000))
  return minutes < 50
    ? `大约 ${minutes} 分钟`
    : `大约 ${Math.max(1, Math.round(minutes / 60))} 小时`
}

export const times = {
  duration,
  estimate,
  ordinal: (n: number): string => `第 ${n} 位`,
  today: '今天',
  yesterday: '昨天',
  day: ({ weekday, date, month, year }: Day): string =>
    `${year}年${month + 1}月${date}日 ${weekdays[weekday]}`,
  shortDay: ({ date, month }: Day): string => `${month + 1}月${date}日`,
  dayAndClock: (day: string, clock: string): string => `${day} ${clock}`,
}
