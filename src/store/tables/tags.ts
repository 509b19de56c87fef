import { type TagColor, tagListLimits } from '../../../actors/tag'
import { type Columns, WORD_BYTES } from '../columns'

/** Bytes of a name as it is compared. */
const KEY_BYTES = tagListLimits.name * 12

/** The list of tags. */
export const tagTables = (c: Columns) => ({
  tags: c.table('tags', {
    key: c.key('key', KEY_BYTES).primaryKey(),
    name: c.short('name', tagListLimits.name).notNull(),
    color: c.key('color', WORD_BYTES).$type<TagColor>().notNull(),
    description: c.short('description', tagListLimits.description).notNull(),
    into: c.key('into_key', KEY_BYTES),
    leaves: c.flag('leaves').notNull(),
    version: c.id('version').notNull(),
  }),
})
export type TagTables = ReturnType<typeof tagTables>
