import { limits } from '../../../actors/limits'
import type { Columns } from '../columns'

/** The desk's own word for what is in one. */
const TYPE_BYTES = 120

/** Which files there are, and the bytes of those that the database holds. */
export const fileTables = (c: Columns) => ({
  files: c.table(
    'files',
    {
      id: c.id('id').primaryKey(),
      conversation: c.id('conversation').notNull(),
      /** Of the entry that it came with; none while it is still coming. */
      clientId: c.key('client_id', limits.clientId),
      bytes: c.int('bytes').notNull(),
      /** As its sender's machine called it; empty for the smaller copy of an image. */
      name: c.short('name', limits.fileName).notNull().default(''),
      type: c.key('type', TYPE_BYTES).notNull().default(''),
      at: c.time('at').notNull(),
      /** Whether it is known that its entry was said. */
      said: c.flag('said').notNull(),
    },
    (t) => [
      c.index('files_said').on(t.said, t.at, t.id),
      c.index('files_bytes').on(t.said, t.bytes, t.id),
      c.index('files_entry').on(t.conversation),
    ],
  ),
  filePieces: c.table(
    'file_pieces',
    {
      file: c.id('file').notNull(),
      nth: c.int('nth').notNull(),
      bytes: c.bytes('bytes').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.file, t.nth] })],
  ),
})
export type FileTables = ReturnType<typeof fileTables>
