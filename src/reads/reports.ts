import { dayText, monthOf, weekOf } from '../../actors/figures/calendar'
import { type FigureValues, figuresIn } from '../../actors/figures/figures'
import { type Measures, nothingMeasured, sumOfMeasures } from '../../actors/figures/measures'
import {
  type ReportName,
  type ReportRows,
  reportOf,
  type TimeStretch,
} from '../../actors/figures/reports'
import type { EpisodeFilter, Grouping, Sum } from '../store/ports/episodes'
import type { Store } from '../store/store'

/** What somebody asks of a report: days by their numbers, the last one too. */
export type ReportAsk = EpisodeFilter & { name: ReportName; by: TimeStretch }

export type ReportRow = {
  /** The stretch of time, the hour of the week from Monday's first on, or the value. */
  key: string
  /** What it is called; the key where it has no name of its own. */
  name: string
  figures: FigureValues
  measures: Measures
}

/** A report as pages, files and the command line have it: all of them are this. */
export type ReportRead = {
  rows: readonly ReportRow[]
  total: Measures
  /** The same of as many days before, to compare with. */
  before: Measures
}

type Parts = Pick<Store, 'episodes' | 'departments' | 'agents' | 'tags'>

/** The one read of the reports. */
export const readReport = async (store: Parts, ask: ReportAsk): Promise<ReportRead> => {
  const report = reportOf(ask.name)
  const days = ask.until - ask.from + 1
  const past = { ...ask, from: ask.from - days, until: ask.from - 1 }
  const grouping = groupingOf(ask)
  const [sums, [whole], [earlier], nameOf] = await Promise.all([
    store.episodes.sums(ask, grouping),
    store.episodes.sums(ask, 'all'),
    store.episodes.sums(past, 'all'),
    valueNames(store, report.rows),
  ])
  const rows = report.rows === 'time' ? inTime(sums, ask) : inOrder(sums, grouping)
  return {
    rows: rows.map(({ key, measures }) => ({
      ...{ key, name: nameOf(key), measures },
      figures: figuresIn(report.figures, measures),
    })),
    total: whole?.measures ?? nothingMeasured,
    before: earlier?.measures ?? nothingMeasured,
  }
}

const groupingOf = ({ name, by }: ReportAsk): Grouping => {
  const { rows } = reportOf(name)
  if (rows !== 'time') return rows
  return by === 'hour' ? 'hour' : 'day'
}

/** Every stretch of the time that is asked for, also those in which nothing was. */
const inTime = (sums: readonly Sum[], { from, until, by }: ReportAsk): Sum[] => {
  const grouped = Map.groupBy(sums, ({ key }) => stretchOf(Number(key), by))
  const numbers =
    by === 'hour'
      ? Array.from({ length: (until - from + 1) * 24 }, (_, nth) => from * 24 + nth)
      : Array.from({ length: until - from + 1 }, (_, nth) => from + nth)
  const keys = new Set(numbers.map((number) => stretchOf(number, by)))
  return [...keys].map((key) => ({
    key,
    measures: sumOfMeasures((grouped.get(key) ?? []).map(({ measures }) => measures)),
  }))
}

/** What the stretch of a day, or of an hour, is called in addresses and files. */
const stretchOf = (number: number, by: TimeStretch): string => {
  switch (by) {
    case 'hour':
      return `${dayText(Math.floor(number / 24))} ${String(number % 24).padStart(2, '0')}:00`
    case 'day':
      return dayText(number)
    case 'week':
      return dayText(weekOf(number))
    case 'month':
      return dayText(monthOf(number)).slice(0, 7)
  }
}

/** Hours of the week in their order, all else by how much there is of it. */
const inOrder = (sums: readonly Sum[], by: Grouping): Sum[] =>
  sums.toSorted((one, other) => {
    if (by === 'weekHour') return Number(one.key) - Number(other.key)
    const more = other.measures.conversations - one.measures.conversations
    return more || (one.key < other.key ? -1 : 1)
  })

/** What the values of a dimension are called, where they are ids. */
export const valueNames = async (
  store: Parts,
  rows: ReportRows,
): Promise<(key: string) => string> => {
  const names = new Map(await pairsOf(store, rows))
  return (key) => names.get(key) ?? key
}

const pairsOf = async (store: Parts, rows: ReportRows): Promise<(readonly [string, string])[]> => {
  if (rows === 'agent') return (await store.agents.all()).map(({ id, name }) => [id, name])
  if (rows === 'department')
    return (await store.departments.all()).map(({ id, name }) => [id, name])
  return rows === 'tag' ? (await store.tags.all()).map((tag) => [tag.key, tag.name]) : []
}
