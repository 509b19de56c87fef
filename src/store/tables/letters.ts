import { type Columns, WORD_BYTES } from '../columns'

/** Answers that go to visitors by mail. */
export const letterTables = (c: Columns) => ({
  letters: c.table(
    'letters',
    {
      conversation: c.id('conversation').notNull(),
      /** 1 for the first of its conversation: of two nodes that write one, one does. */
      nth: c.int('nth').notNull(),
      id: c.id('id').notNull(),
      /** The lines it tells of: after the one, up to the other. */
      after: c.int('after_seq').notNull(),
      upTo: c.int('up_to_seq').notNull(),
      at: c.time('at').notNull(),
      state: c.key('state', WORD_BYTES).$type<'due' | 'sent' | 'dead' | 'seen'>().notNull(),
      dueAt: c.time('due_at').notNull(),
      tries: c.int('tries').notNull(),
      /** Why it did not go the last time. */
      problem: c.long('problem').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.conversation, t.nth] }),
      c.unique('letters_id').on(t.id),
      c.index('letters_due').on(t.state, t.dueAt),
      c.index('letters_at').on(t.at),
    ],
  ),
})
export type LetterTables = ReturnType<typeof letterTables>
