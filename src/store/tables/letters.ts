import type { LetterKind, LetterState } from '../../../actors/letter'
import { limits } from '../../../actors/limits'
import { type Columns, HASH_BYTES, WORD_BYTES } from '../columns'

/** Characters of what a letter is headed. */
const SUBJECT = 250

/** The indexes that the office's list is read in. */
export const letterIndexes = {
  all: 'letters_at',
  stage: 'letters_state',
  kind: 'letters_kind',
  address: 'letters_address',
} as const

/** Mail that the desk sends, and who wants none. */
export const letterTables = (c: Columns) => ({
  letters: c.table(
    'letters',
    {
      /** What it belongs to: a conversation, or a word and what it is about. */
      thread: c.id('conversation').notNull(),
      /** 1 for the first of its thread: of two nodes that write one, one does. */
      nth: c.int('nth').notNull(),
      id: c.id('id').notNull(),
      kind: c.key('kind', WORD_BYTES).$type<LetterKind>().notNull().default('answer'),
      /** The conversation that it tells of, where it tells of one. */
      about: c.id('about').notNull().default(''),
      /** The lines it tells of: after the one, up to the other. */
      after: c.int('after_seq').notNull(),
      upTo: c.int('up_to_seq').notNull(),
      /** Whom it goes to, in small letters, and how it is headed, as far as that is known yet. */
      address: c.short('address', limits.email).notNull().default(''),
      subject: c.short('subject', SUBJECT).notNull().default(''),
      language: c.key('language', WORD_BYTES).notNull().default(''),
      at: c.time('at').notNull(),
      state: c.key('state', WORD_BYTES).$type<LetterState>().notNull(),
      dueAt: c.time('due_at').notNull(),
      tries: c.int('tries').notNull(),
      /** Why it did not go the last time. */
      problem: c.long('problem').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.thread, t.nth] }),
      c.unique('letters_id').on(t.id),
      c.index('letters_due').on(t.state, t.dueAt),
      c.index(letterIndexes.all).on(t.at, t.id, t.state, t.tries, t.kind, t.address),
      // What is narrowed by one thing alone is read in the order of that.
      c.index(letterIndexes.stage).on(t.state, t.at, t.id, t.tries),
      c.index(letterIndexes.kind).on(t.kind, t.at, t.id),
      c.index(letterIndexes.address).on(t.address, t.at, t.id),
    ],
  ),
  /** Addresses that want no more mail about answers, each as a hash of itself alone. */
  unsubscribed: c.table('unsubscribed', {
    address: c.key('address', HASH_BYTES).primaryKey(),
    at: c.time('at').notNull(),
  }),
})
export type LetterTables = ReturnType<typeof letterTables>
