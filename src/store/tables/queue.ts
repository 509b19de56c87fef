import type { Candidate, Decision } from '../../../actors/decision'
import type { Strategy } from '../../../actors/entry'
import { limits } from '../../../actors/limits'
import type { Precedence } from '../../../actors/rows'
import { type Columns, WORD_BYTES } from '../columns'
import { orElse } from '../columns/json'

/** Who waits, who is free, and why each was chosen. */
export const queueTables = (c: Columns) => ({
  line: lineTable(c),
  floor: floorTable(c),
  decisions: decisionsTable(c),
})
export type QueueTables = ReturnType<typeof queueTables>

/** Code points of what somebody speaks and is good at: their settings let nobody write more. */
const [LANGUAGES, SKILLS] = [220, 840]

const lineTable = (c: Columns) =>
  c.table(
    'line',
    {
      department: c.id('department').notNull(),
      conversation: c.id('conversation').notNull(),
      ticket: c.int('ticket').notNull(),
      lane: c.int('lane').$type<-1 | 0 | 1>().notNull(),
      rank: c.int('rank').notNull(),
      since: c.time('since').notNull(),
      offeredTo: c.id('offered_to'),
      offer: c.int('offer').notNull(),
      // Damaged it is as if nobody had passed: they are asked once more.
      refused: c.jsonAs('refused', orElse<readonly string[]>([])).notNull(),
      language: c.key('language', WORD_BYTES).notNull().default(''),
      // Damaged it is as if nothing were known of it: it keeps its place.
      precedence: c.jsonAs('precedence', orElse<Precedence | null>(null)),
    },
    (t) => [
      c.primaryKey({ columns: [t.department, t.conversation] }),
      // `offered_to` at the end lets the head of a long line be found in the index alone.
      c.index('line_order').on(t.department, t.lane, t.rank, t.offeredTo),
      // The same for those of one language.
      c.index('line_language').on(t.department, t.language, t.lane, t.rank, t.offeredTo),
    ],
  )

const floorTable = (c: Columns) =>
  c.table(
    'floor',
    {
      department: c.id('department').notNull(),
      agent: c.id('agent').notNull(),
      name: c.short('name', limits.name).notNull(),
      version: c.int('version').notNull(),
      ready: c.flag('ready').notNull(),
      present: c.flag('present').notNull(),
      resting: c.flag('resting').notNull(),
      mayReply: c.flag('may_reply').notNull(),
      load: c.int('load').notNull(),
      capacity: c.int('capacity').notNull(),
      // Damaged it is as if nothing rang: an agent without room passes the offer on themselves.
      offers: c.jsonAs('offers', orElse<readonly string[]>([])).notNull(),
      idleSince: c.time('idle_since').notNull(),
      lastOffer: c.int('last_offer').notNull(),
      languages: c.short('languages', LANGUAGES).notNull().default(''),
      skills: c.short('skills', SKILLS).notNull().default(''),
      recent: c.jsonAs('recent', orElse<readonly number[] | null>(null)),
    },
    (t) => [c.primaryKey({ columns: [t.department, t.agent] })],
  )

const decisionsTable = (c: Columns) =>
  c.table(
    'decisions',
    {
      conversation: c.id('conversation').notNull(),
      department: c.id('department').notNull(),
      /** The department's version that chose, and which of its choices it was. */
      version: c.int('version').notNull(),
      nth: c.int('nth').notNull(),
      ticket: c.int('ticket').notNull(),
      at: c.time('at').notNull(),
      strategy: c.key('strategy', WORD_BYTES).$type<Strategy>().notNull(),
      chosen: c.id('chosen'),
      candidates: c.jsonAs('candidates', orElse<readonly Candidate[]>([])).notNull(),
      others: c.jsonAs('others', orElse<Decision['others']>({})).notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.conversation, t.department, t.version, t.nth] })],
  )
