import { LRUCache } from 'lru-cache'

/**
 * Clock and calendar of a zone: an IANA name (`Europe/Berlin`) or an offset (`+02:00`).
 * A zone that is not known counts as UTC. All instants are ms UTC.
 */
type Offset = { quarter: number; ms: number }
const QUARTER_MS = 15 * 60_000
/** There are some 600 zones; few of them are read in at a time. */
const KNOWN_ZONES = 500
const offsets = new LRUCache<string, Offset>({ max: KNOWN_ZONES })
const formats = new LRUCache<string, Intl.DateTimeFormat>({
  max: KNOWN_ZONES,
  memoMethod: (zone) => formatOf(zone),
})

/** `14:03`, on the 24 hour clock. */
export const clock = (at: number, zone: string): string =>
  new Date(at + offsetAt(at, zone)).toISOString().slice(11, 16)

/** `14:03:52`, where what came first matters. */
export const secondsClock = (at: number, zone: string): string =>
  new Date(at + offsetAt(at, zone)).toISOString().slice(11, 19)

/** `2026-11-20`: which day it is there. */
export const dayOf = (at: number, zone: string): string =>
  new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10)

export type Day = { year: number; month: number; date: number; weekday: number }

/** A day in parts; `month` from 0, `weekday` from 0 for Sunday. */
export const partsOf = (at: number, zone: string): Day => {
  const there = new Date(at + offsetAt(at, zone))
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth(),
    date: there.getUTCDate(),
    weekday: there.getUTCDay(),
  }
}

/** How many midnights lie between two instants: 0 the same day, 1 the day before. */
export const daysBetween = (earlier: number, later: number, zone: string): number =>
  (Date.parse(dayOf(later, zone)) - Date.parse(dayOf(earlier, zone))) / 86_400_000

/** `0:26`, `12:05`, `1:02:11`: a wait as a stopwatch shows it; never below zero. */
export const stopwatch = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const tail = String(s).padStart(2, '0')
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${tail}` : `${m}:${tail}`
}

/** Zones change their offset at quarters of an hour only, so one answer serves a quarter. */
const offsetAt = (at: number, zone: string): number => {
  if (zone === 'UTC') return 0
  const quarter = Math.floor(at / QUARTER_MS)
  const known = offsets.get(zone)
  if (known?.quarter === quarter) return known.ms
  const ms = askOffset(at, zone)
  offsets.set(zone, { quarter, ms })
  return ms
}

const askOffset = (at: number, zone: string): number => {
  const part = formats
    .memo(zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')
  const [, sign, h, m] = /GMT([+-])(\d\d):(\d\d)/.exec(part?.value ?? '') ?? []
  return (sign === '-' ? -60_000 : 60_000) * (Number(h ?? 0) * 60 + Number(m ?? 0))
}

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const inZone = (timeZone: string) =>
    new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  try {
    return inZone(zone)
  } catch {
    return inZone('UTC')
  }
}
