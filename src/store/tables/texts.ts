import { limits } from '../../../actors/limits'
import type { Forms } from '../../../actors/text/phrase'
import { WORD_KEY_BYTES } from '../../../actors/text/wording'
import { type Columns, WORD_BYTES } from '../columns'
import { orElse } from '../columns/json'

/** What visitors read otherwise than it is built in. */
export const textTables = (c: Columns) => ({
  texts: c.table(
    'texts',
    {
      language: c.key('language', WORD_BYTES).notNull(),
      word: c.key('word', WORD_KEY_BYTES).notNull(),
      forms: c.jsonAs('forms', orElse<Forms>({})).notNull(),
      version: c.id('version').notNull(),
      at: c.time('at').notNull(),
      byName: c.short('by_name', limits.name).notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.language, t.word] })],
  ),
})
export type TextTables = ReturnType<typeof textTables>
