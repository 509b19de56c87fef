import { limits } from '../../../actors/limits'
import { type Columns, WORD_BYTES } from '../columns'

/** Whether it calls them, as it is now; or does so in another conversation, where its lines went. */
type MentionPlace = 'here' | 'gone' | 'elsewhere'

/** Colleagues who are called by name. */
export const mentionTables = (c: Columns) => ({
  /** Who is called by name in what, and whether they have seen it. */
  mentions: c.table(
    'mentions',
    {
      agent: c.id('agent').notNull(),
      conversation: c.id('conversation').notNull(),
      /** Client id of the entry, and seq of the line that called them first. */
      entry: c.key('entry', limits.clientId).notNull(),
      seq: c.int('seq').notNull(),
      at: c.time('at').notNull(),
      /** Kept also where it calls them no more: who was told once is told no second time. */
      place: c.key('place', WORD_BYTES).$type<MentionPlace>().notNull(),
      seen: c.flag('seen').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.agent, t.conversation, t.entry] }),
      c.index('mentions_conversation').on(t.conversation),
    ],
  ),
})
export type MentionTables = ReturnType<typeof mentionTables>
