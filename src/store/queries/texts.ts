import { and, asc, eq } from 'drizzle-orm'
import type { Texts } from '../ports/texts'
import type { QueryContext } from '../query-context'
import { insertInto, removeFrom } from '../statements'
import type { AuditTables } from '../tables/audit'
import type { TextTables } from '../tables/texts'

const ifChanged = {
  onDuplicate: [{ key: '', outcome: 'changed' as const }],
  onUnchanged: 'changed' as const,
}

export const textsOver = ({ db, tables, write }: QueryContext<TextTables & AuditTables>): Texts => {
  const { texts, audit } = tables
  const { language, word, version } = texts
  const insert = insertInto(texts)
  const removeVersion = removeFrom(texts, { language, word, version })
  const tell = insertInto(audit)
  return {
    all: () => db.select().from(texts).orderBy(asc(language), asc(word)),
    find: async (of, at) =>
      (
        await db
          .select()
          .from(texts)
          .where(and(eq(language, of), eq(word, at)))
          .limit(1)
      )[0],
    put: (wording, before, told) =>
      write([
        ...(before === null ? [] : [removeVersion({ ...wording, version: before }, ifChanged)]),
        insert(wording, ifChanged),
        ...(told ? [tell(told)] : []),
      ]),
    remove: (wording, told) =>
      write([removeVersion(wording, ifChanged), ...(told ? [tell(told)] : [])]),
  }
}
