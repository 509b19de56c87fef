import type { Address } from '../../../actors/address'
import type { Dimension } from '../../../actors/figures/dimensions'
import { type Measure, measures } from '../../../actors/figures/measures'
import type { Duty, ShiftSpan } from '../../../actors/figures/shift'
import { limits } from '../../../actors/limits'
import { type Columns, WORD_BYTES } from '../columns'
import type { Reached } from '../ports/shifts'

/** Bytes of what figures are told apart by: an id, the key of a tag, where visitors came from. */
const VALUE_BYTES = 480
const ADDRESS_BYTES = 80

/** `firstAnswerMs` as columns are called. */
const columnName = (measure: Measure): string =>
  measure.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`)

const measured = (c: Columns) => {
  const column = (measure: Measure) => c.int(columnName(measure)).notNull()
  return Object.fromEntries(measures.map((measure) => [measure, column(measure)])) as Record<
    Measure,
    ReturnType<typeof column>
  >
}

/** The indexes that figures of few are read in. */
export const episodeIndexes = {
  day: 'episodes_day',
  agent: 'episodes_agent',
  tag: 'episode_tags_tag',
  sums: 'episode_sums_day',
} as const

/**
 * What is counted of conversations: all of it is folded from their journals, and made anew at any time. Days
 * and hours are those of the desk's clocks.
 */
export const episodeTables = (c: Columns) => ({
  episodes: c.table(
    'episodes',
    {
      conversation: c.id('conversation').notNull(),
      nth: c.int('nth').notNull(),
      at: c.time('at').notNull(),
      endedAt: c.time('ended_at'),
      day: c.int('day').notNull(),
      hour: c.int('hour').notNull(),
      ...told(c),
      ...measured(c),
    },
    (t) => [
      c.primaryKey({ columns: [t.conversation, t.nth] }),
      c.index(episodeIndexes.day).on(t.day, t.at, t.conversation, t.nth),
      c.index(episodeIndexes.agent).on(t.agent, t.day),
    ],
  ),
  episodeTags: c.table(
    'episode_tags',
    {
      conversation: c.id('conversation').notNull(),
      nth: c.int('nth').notNull(),
      tag: c.key('tag', VALUE_BYTES).notNull(),
      day: c.int('day').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.conversation, t.nth, t.tag] }),
      c.index(episodeIndexes.tag).on(t.tag, t.day),
    ],
  ),
  /** Sums of those of a day: of all by the hour, and of each value of a dimension. */
  episodeSums: c.table(
    'episode_sums',
    {
      dimension: c.key('dimension', WORD_BYTES).$type<Dimension | 'all'>().notNull(),
      value: c.key('value', VALUE_BYTES).notNull(),
      day: c.int('day').notNull(),
      /** −1 for the whole day. */
      hour: c.int('hour').notNull(),
      department: c.id('department').notNull(),
      ...measured(c),
    },
    (t) => [
      c.primaryKey({ columns: [t.dimension, t.value, t.day, t.hour, t.department] }),
      c.index(episodeIndexes.sums).on(t.day, t.dimension),
    ],
  ),
  /** How far each journal is counted; of long ones what its actor was then, to go on from there. */
  episodeHeads: c.table('episode_heads', {
    address: c.key('address', ADDRESS_BYTES).$type<Address>().primaryKey(),
    version: c.int('version').notNull(),
    reached: c.json<Reached>('reached'),
  }),
  shiftSpans: shiftSpansTable(c),
})
export type EpisodeTables = ReturnType<typeof episodeTables>

/** From when on each agent was what, by the version of the turn that it began with. */
const shiftSpansTable = (c: Columns) =>
  c.table(
    'shift_spans',
    {
      agent: c.id('agent').notNull(),
      version: c.int('version').notNull(),
      at: c.time('at').notNull(),
      duty: c.key('duty', WORD_BYTES).$type<Duty>().notNull(),
      reason: c.short('reason', limits.awayFor).notNull(),
      by: c.key('by', WORD_BYTES).$type<ShiftSpan['by']>().notNull(),
      byName: c.short('by_name', limits.name).notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.agent, t.version] }),
      c.index('shift_spans_at').on(t.agent, t.at),
    ],
  )

/** By what they are told apart; empty for what is not known. */
const told = (c: Columns) => ({
  department: c.id('department').notNull(),
  agent: c.id('agent').notNull(),
  language: c.key('language', VALUE_BYTES).notNull(),
  source: c.key('source', VALUE_BYTES).notNull(),
  country: c.key('country', WORD_BYTES).notNull(),
  device: c.key('device', WORD_BYTES).notNull(),
  rating: c.key('rating', WORD_BYTES).notNull(),
  ending: c.key('ending', WORD_BYTES).notNull(),
})
