import { limits } from '../../../actors/limits'
import { type Columns, WORD_BYTES } from '../columns'

/** What agents have written and nobody was sent yet: drafts, and messages that go later. */
export const unsentTables = (c: Columns) => ({
  drafts: c.table(
    'drafts',
    {
      agent: c.id('agent').notNull(),
      conversation: c.id('conversation').notNull(),
      text: c.long('text').notNull(),
      at: c.time('at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.agent, t.conversation] }), c.index('drafts_at').on(t.at)],
  ),
  scheduled: c.table(
    'scheduled',
    {
      conversation: c.id('conversation').notNull(),
      clientId: c.key('client_id', limits.clientId).notNull(),
      agent: c.id('agent').notNull(),
      name: c.short('name', limits.name).notNull(),
      text: c.long('text').notNull(),
      answers: c.key('answers', limits.clientId),
      dueAt: c.time('due_at').notNull(),
      /** Newest line that was before its author; none where nothing the visitor writes holds it. */
      seq: c.int('seq'),
      /** Why it does not go; empty while it does. */
      held: c.key('held', WORD_BYTES).notNull(),
      /** Which attempt has it in hand, and until when. */
      lease: c.id('lease').notNull(),
      leasedUntil: c.time('leased_until').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.conversation, t.clientId] }),
      c.index('scheduled_due').on(t.held, t.dueAt),
    ],
  ),
})
export type UnsentTables = ReturnType<typeof unsentTables>
