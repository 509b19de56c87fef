import { limits } from '../../../actors/limits'
import type { Columns } from '../columns'

/** The desk's own word for what is in one. */
const TYPE_BYTES = 120

export const fileIndexes = { at: 'files_said', bytes: 'files_bytes' } as const

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
      // The orders of the office's list, each with what that can be narrowed by.
      c.index(fileIndexes.at).on(t.said, t.at, t.id, t.type, t.name),
      c.index(fileIndexes.bytes).on(t.said, t.bytes, t.id, t.at, t.type, t.name),
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
