/**
 * What a language calls months, weekdays and lengths of time, as Unicode's tables have it
 * (CLDR, through `Intl`). Names are asked for once: a transcript shows a day over many entries.
 */

/** January first. */
export const monthsOf = (language: string, month: 'long' | 'short'): string[] => {
  const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, n) => format.format(new Date(Date.UTC(2026, n, 1))))
}

/** Sunday first. */
export const weekdaysOf = (language: string): string[] => {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  // The first of February 2026 is a Sunday.
  return Array.from({ length: 7 }, (_, n) => format.format(new Date(Date.UTC(2026, 1, 1 + n))))
}

type Unit = 'second' | 'minute' | 'hour'

/** Says a length of time, in ms and never below zero, in its largest full unit: `1 minute`, `3 hours`. */
export const durationIn = (language: string, unitDisplay: 'long' | 'short') => {
  const formatIn = (unit: Unit) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, useGrouping: false })
  const formats = { second: formatIn('second'), minute: formatIn('minute'), hour: formatIn('hour') }
  return (ms: number): string => {
    const seconds = Math.max(0, Math.round(ms / 1000))
    if (seconds < 60) return formats.second.format(seconds)
    if (seconds < 3600) return formats.minute.format(Math.round(seconds / 60))
    return formats.hour.format(Math.round(seconds / 3600))
  }
}
