import { and, asc, count, eq, lt, sql } from 'drizzle-orm'
import type { ExpiredAsk, Retention } from '../ports/retention'
import type { QueryContext } from '../query-context'
import type { WriteStep } from '../statements'
import type { ActorTables } from '../tables/actors'
import type { FileTables } from '../tables/files'
import type { SummaryTables } from '../tables/summaries'

/** The tables that have rows of a conversation, by the name of their column. */
const OWN = [
  ...['entries', 'reactions', 'former_texts', 'mentions', 'decisions', 'drafts', 'scheduled'],
] as const

const gone = OWN.map((table) => ({ sql: `delete from \`${table}\` where \`conversation\` = ?` }))
const row = { sql: 'delete from `conversations` where `id` = ?' }
const actor = { sql: 'delete from `actors` where `address` = ? and `version` = ?' }
const journal = { sql: 'delete from `journal` where `address` = ? and `version` <= ?' }
const mail = { sql: 'delete from `mail` where `to_address` = ?' }
/** Takes the version of a next turn, so that whoever remembers it as it was comes too late with theirs. */
const fence = {
  sql: 'insert into `journal` (`address`, `version`, `at`, `event`, `rejected`) values (?, ?, ?, ?, 1)',
}

export const retentionOver = ({
  db,
  tables,
  write,
  clock,
}: QueryContext<SummaryTables & ActorTables & FileTables>): Retention => {
  const { conversations: c, actors, files } = tables
  const which = ({ department, before }: ExpiredAsk) =>
    and(
      eq(c.department, department),
      eq(c.open, false),
      lt(c.closedAt, before),
      sql`not exists (select 1 from \`legal_holds\` where \`object\` in (concat('conversation:', ${c.id}), concat('visitor:', ${c.visitor})))`,
    )
  return {
    countExpired: async (ask) =>
      (await db.select({ n: count() }).from(c).where(which(ask)))[0]?.n ?? 0,
    expired: async (ask, limit) => {
      const rows = await db
        .select({ id: c.id })
        .from(c)
        .where(which(ask))
        .orderBy(asc(c.closedAt), asc(c.id))
        .limit(limit)
      return rows.map(({ id }) => id)
    },
    filesOf: async (conversation) => {
      const rows = await db
        .select({ id: files.id })
        .from(files)
        .where(eq(files.conversation, conversation))
      return rows.map(({ id }) => id)
    },
    drop: async (conversation) => {
      const address = `conversation:${conversation}` as const
      const [known] = await db
        .select({ version: actors.version })
        .from(actors)
        .where(eq(actors.address, address))
      if (!known) return 'stale'
      const { version } = known
      const event = JSON.stringify({ type: 'forgotten', at: clock.now() })
      return write<'stale'>([
        {
          ...{ statement: fence, values: [address, version + 1, clock.now(), event] },
          onDuplicate: [{ key: '', outcome: 'stale' }],
          onCollision: 'stale',
        },
        { statement: actor, values: [address, version], onUnchanged: 'stale' },
        { statement: journal, values: [address, version] },
        { statement: mail, values: [address] },
        ...gone.map((statement): WriteStep<'stale'> => ({ statement, values: [conversation] })),
        { statement: row, values: [conversation] },
      ])
    },
  }
}
