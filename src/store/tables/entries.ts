import { type By, unreadableBody } from '../../../actors/entry'
import { limits } from '../../../actors/limits'
import { type Columns, WORD_BYTES } from '../columns'
import { orElse } from '../columns/json'

/** What was said. */
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
    },
    (t) => [
      c.primaryKey({ columns: [t.conversation, t.seq] }),
      c.unique('entries_client_id').on(t.conversation, t.clientId),
    ],
  ),
})
export type TranscriptTables = ReturnType<typeof transcriptTables>
