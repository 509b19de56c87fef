import type { Priority } from '../../../actors/conversation/aspects/priorities'
import { limits } from '../../../actors/limits'
import { type ConversationState, completeShown } from '../../../actors/summary'
import { type Columns, WORD_BYTES } from '../columns'
import { ALL_KEY_BITS } from '../key-bits'

/** The indexes that lists are read in, and in no other: a list takes as long as it takes there. */
export const indexes = {
  open: 'conversations_open',
  agent: 'conversations_agent',
  departmentClosed: 'conversations_closed',
  departmentOpened: 'conversations_opened',
  opened: 'conversations_all_opened',
  closed: 'conversations_all_closed',
  stars: 'conversations_stars',
  sla: 'conversations_sla',
} as const

/** Conversations, as lists and pages show them. */
export const conversationsTable = (c: Columns) =>
  c.table(
    'conversations',
    {
      id: c.id('id').primaryKey(),
      visitor: c.id('visitor').notNull(),
      visitorName: c.short('visitor_name', limits.name).notNull(),
      department: c.id('department').notNull(),
      state: c.key('state', WORD_BYTES).$type<ConversationState>().notNull(),
      /** Neither closed nor rated; beside `state` so that lists can be read in order. */
      open: c.flag('open').notNull(),
      agent: c.id('agent'),
      agentName: c.short('agent_name', limits.name).notNull(),
      offeredTo: c.id('offered_to'),
      openedAt: c.time('opened_at').notNull(),
      waitingSince: c.time('waiting_since').notNull(),
      closedAt: c.time('closed_at'),
      stars: c.int('stars'),
      priority: c.key('priority', WORD_BYTES).$type<Priority>().notNull().default('normal'),
      /** Whether it is put off. */
      snoozed: c.flag('snoozed').notNull().default(false),
      /**
       * From when the time that ends first is soon over, and when it is, ms UTC; both are 0 of one that
       * stands and is late, and null where no such time runs.
       */
      slaSoon: c.time('sla_soon'),
      slaDue: c.time('sla_due'),
      /** By which words it is found, each between two ends of a line; null for none. */
      searchKeys: c.long('search_keys'),
      /** The bits of these words, as `keyBitsOf` makes them, which fit into an index. */
      keyBits: c.int('key_bits').notNull().default(ALL_KEY_BITS),
      /** What is shown of it; what is searched by stands in columns of its own, too. */
      shown: c.jsonAs('shown', completeShown).notNull(),
    },
    (t) => {
      // Each order of all of them has what they are narrowed by beside it: what is rare is found there,
      // without a look at the rows in between.
      const beside = [
        ...[t.visitor, t.department, t.agent, t.state, t.open, t.snoozed, t.priority, t.keyBits],
      ] as const
      return [
        c.index(indexes.open).on(t.open, t.id),
        c.index(indexes.agent).on(t.agent, t.open),
        c.index('conversations_offered').on(t.offeredTo),
        c.index(indexes.departmentClosed).on(t.department, t.open, t.closedAt, t.id),
        c.index('conversations_visitor').on(t.visitor, t.open, t.closedAt, t.id),
        c.index('conversations_state').on(t.department, t.state, t.snoozed),
        c.index(indexes.departmentOpened).on(t.department, t.openedAt, t.id),
        c.index(indexes.sla).on(t.department, t.slaSoon, t.slaDue, t.id),
        c.index(indexes.opened).on(t.openedAt, t.id, ...beside, t.closedAt, t.stars),
        c.index(indexes.closed).on(t.closedAt, t.id, ...beside, t.openedAt, t.stars),
        c.index(indexes.stars).on(t.stars, t.closedAt, t.id, ...beside, t.openedAt),
      ]
    },
  )
