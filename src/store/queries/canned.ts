import { asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { CannedReply } from '../../../actors/canned/reply'
import type { Canned } from '../ports/canned'
import type { QueryContext } from '../query-context'
import { insertInto, removeFrom } from '../statements'
import type { AuditTables } from '../tables/audit'
import type { CannedTables } from '../tables/canned'
import { tellingInto } from './audit'

const ifTaken = { onDuplicate: [{ key: 'code_key', outcome: 'taken' as const }] }

export const cannedOver = ({
  db,
  tables,
  write,
}: QueryContext<CannedTables & AuditTables>): Canned => {
  const { cannedReplies } = tables
  const tell = tellingInto(tables)
  const { codeKey: _codeKey, ...shown } = getTableColumns(cannedReplies)
  const insert = insertInto(cannedReplies)
  const { id, version } = cannedReplies
  const removeVersion = removeFrom(cannedReplies, { id, version })
  const remove = removeFrom(cannedReplies, { id })
  const select = () => db.select(shown).from(cannedReplies)
  const order = [asc(cannedReplies.codeKey), asc(cannedReplies.id)]
  const withKey = (reply: CannedReply, codeKey: string) => insert({ ...reply, codeKey }, ifTaken)
  return {
    of: (holders) =>
      select()
        .where(inArray(cannedReplies.holder, [...holders]))
        .orderBy(...order),
    all: () => select().orderBy(...order),
    find: async (id) => (await select().where(eq(cannedReplies.id, id)))[0],
    create: (reply, codeKey, told) => write([withKey(reply, codeKey), ...tell(told)]),
    change: (reply, codeKey, version, told) =>
      write([
        removeVersion({ id: reply.id, version }, { onUnchanged: 'changed' }),
        withKey(reply, codeKey),
        ...tell(told),
      ]),
    remove: async (id, told) => {
      await write([remove({ id }, { onUnchanged: 'gone' as const }), ...tell(told)])
    },
    used: async (id) => {
      await db
        .update(cannedReplies)
        .set({ uses: sql`${cannedReplies.uses} + 1` })
        .where(eq(cannedReplies.id, id))
    },
  }
}
