import { limits } from '../../../actors/limits'
import { type Columns, WORD_BYTES } from '../columns'

/** Bytes of the name of where something came from, and of its id there. */
const SOURCE_BYTES = limits.origin
const SOURCE_ID_BYTES = limits.originId

export const originIndexes = { id: 'origins_id' } as const

/** What was brought in from elsewhere: what it was there, and which of ours it is. */
export const originTables = (c: Columns) => ({
  origins: c.table(
    'origins',
    {
      source: c.key('source', SOURCE_BYTES).notNull(),
      kind: c.key('kind', WORD_BYTES).notNull(),
      sourceId: c.key('source_id', SOURCE_ID_BYTES).notNull(),
      id: c.id('id').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.source, t.kind, t.sourceId] }),
      c.index(originIndexes.id).on(t.kind, t.id),
    ],
  ),
})
export type OriginTables = ReturnType<typeof originTables>
