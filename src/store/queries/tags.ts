import { asc, count, eq, isNotNull } from 'drizzle-orm'
import { type Tag, tagKeysIn } from '../../../actors/tag'
import type { Tags } from '../ports/tags'
import type { QueryContext } from '../query-context'
import { insertInto, removeFrom } from '../statements'
import type { AuditTables } from '../tables/audit'
import type { SummaryTables } from '../tables/summaries'
import type { TagTables } from '../tables/tags'
import { tellingInto } from './audit'

const ifChanged = {
  onDuplicate: [{ key: '', outcome: 'changed' as const }],
  onUnchanged: 'changed' as const,
}

export const tagsOver = ({
  db,
  tables,
  write,
}: QueryContext<TagTables & SummaryTables & AuditTables>): Tags => {
  const { tags, conversations } = tables
  const { key, version } = tags
  const tell = tellingInto(tables)
  const insert = insertInto(tags)
  const remove = removeFrom(tags, { key, version })
  return {
    all: () => db.select().from(tags).orderBy(asc(key)),
    leaving: () => db.select().from(tags).where(eq(tags.leaves, true)).orderBy(asc(key)),
    uses: async () => {
      const { searchKeys } = conversations
      const rows = await db
        .select({ searchKeys, n: count() })
        .from(conversations)
        .where(isNotNull(searchKeys))
        .groupBy(searchKeys)
      const uses = new Map<string, number>()
      for (const row of rows)
        for (const one of tagKeysIn(row.searchKeys ?? ''))
          uses.set(one, (uses.get(one) ?? 0) + row.n)
      return uses
    },
    put: (writes, told) =>
      write([
        ...writes.flatMap(({ tag, before }) => [
          ...(before === null ? [] : [remove({ key: tag.key, version: before }, ifChanged)]),
          insert(tag, ifChanged),
        ]),
        ...tell(told),
      ]),
    settle: async (tag: Tag) => {
      const gone = remove({ key: tag.key, version: tag.version }, { onUnchanged: 'gone' as const })
      await write(tag.into === null ? [gone] : [gone, insert({ ...tag, leaves: false }, {})])
    },
  }
}
