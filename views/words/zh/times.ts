import type { Day } from '../times'

const weekdays = [...'日一二三四五六']

const duration = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds} 秒`
  if (seconds < 3600) return `${Math.round(seconds / 60)} 分钟`
  return `${Math.round(seconds / 3600)} 小时`
}

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
    `${year}年${month + 1}月${date}日 星期${weekdays[weekday]}`,
  shortDay: ({ date, month }: Day): string => `${month + 1}月${date}日`,
}
