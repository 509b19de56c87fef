import { type By, unreadableBody } from '../../../actors/entry'
import { limits } from '../../../actors/limits'
import { type Columns, WORD_BYTES } from '../columns'
import { orElse } from '../columns/json'

/** What was said, what was put to it, and what it had said before it was changed. */
export const transcriptTables = (c: Columns) => ({
  entries: c.table(
    'entries',
    {
      conversation: c.id('conversation').notNull(),
      seq: c.int('seq').notNull(),
      clientId: c.key('client_id', limits.clientId).notNull(),
      by: c.key('by', WORD_BYTES).$type<By>().notNull(),
      author: c.id('author'),
      name: c.short('name', limits.name).notNull(),
      at: c.time('at').notNull(),
      text: c.short('text', limits.text).notNull(),
      // What cannot be read is shown to nobody outside.
      body: c.jsonAs('body', orElse(unreadableBody)).notNull(),
      changes: c.key('changes', limits.clientId),
      edited: c.int('edited'),
      answers: c.key('answers', limits.clientId),
      reacted: c.int('reacted'),
    },
    (t) => [
      c.primaryKey({ columns: [t.conversation, t.seq] }),
      c.unique('entries_client_id').on(t.conversation, t.clientId),
    ],
  ),
  reactions: c.table(
    'reactions',
    {
      conversation: c.id('conversation').notNull(),
      entry: c.key('entry', limits.clientId).notNull(),
      emoji: c.key('emoji', limits.emojiBytes).notNull(),
      author: c.id('author').notNull(),
      by: c.key('by', WORD_BYTES).$type<By>().notNull(),
      name: c.short('name', limits.name).notNull(),
      /** Of the line that put it there. */
      seq: c.int('seq').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.conversation, t.entry, t.author, t.emoji] })],
  ),
  /**
   * The words of lines that are no more: for whoever has to know what was once said, and read by no
   * page, list or search.
   */
  formerTexts: c.table(
    'former_texts',
    {
      conversation: c.id('conversation').notNull(),
      /** Of the line that had them. */
      seq: c.int('seq').notNull(),
      /** Client id of the entry that they were of. */
      entry: c.key('entry', limits.clientId).notNull(),
      text: c.short('text', limits.text).notNull(),
      /** Of the line that took their place. */
      until: c.int('until_seq').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.conversation, t.seq] })],
  ),
})
export type TranscriptTables = ReturnType<typeof transcriptTables>
