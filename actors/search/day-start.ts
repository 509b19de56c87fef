const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MINUTE_MS = 60_000

/** When a day (`2026-01-31`) begins in a zone, ms UTC; null when there is no such day. */
export const dayStart = (day: string, zone: string): number | null => {
  const [, year, month, date] = DAY.exec(day) ?? []
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date))
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return null
  // Twice: the offset is that of the time which the first gives.
  const first = midnight - offsetMs(midnight, zone)
  return midnight - offsetMs(first, zone)
}

/** How far a zone's clocks are ahead of UTC at a time, ms. */
const offsetMs = (at: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')
  const [, sign, hours, minutes = '0'] = /([+-])(\d{2}):?(\d{2})?/.exec(parts?.value ?? '') ?? []
  if (hours === undefined) return 0
  const ms = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
  return sign === '-' ? -ms : ms
}
