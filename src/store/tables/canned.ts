import { type CannedBodies, type CannedScope, cannedLimits } from '../../../actors/canned/reply'
import { type Columns, WORD_BYTES } from '../columns'
import { orElse } from '../columns/json'

/** Bytes of a code as it is compared. */
const CODE_BYTES = cannedLimits.code * 12

/** Words that were prepared. What is called alike is one holder's only once. */
export const cannedTables = (c: Columns) => ({
  cannedReplies: c.table(
    'canned_replies',
    {
      id: c.id('id').primaryKey(),
      holder: c.id('holder').notNull(),
      code: c.short('code', cannedLimits.code).notNull(),
      codeKey: c.key('code_key', CODE_BYTES).notNull(),
      title: c.short('title', cannedLimits.title).notNull(),
      folder: c.short('folder', cannedLimits.folder).notNull(),
      body: c.long('body').notNull(),
      bodies: c.jsonAs('bodies', orElse<CannedBodies>({})).notNull(),
      scope: c.key('scope', WORD_BYTES).$type<CannedScope>().notNull(),
      departments: c.jsonAs('departments', orElse<readonly string[]>([])).notNull(),
      uses: c.int('uses').notNull(),
      version: c.id('version').notNull(),
    },
    (t) => [c.unique('canned_replies_code_key').on(t.holder, t.codeKey)],
  ),
})
export type CannedTables = ReturnType<typeof cannedTables>
