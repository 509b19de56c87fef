import type { Kind } from '../../actors/address'
import type { Summary } from '../../actors/registry'
import { accountStepsOver } from './account-steps'
import { entryStatementsOver } from './entry-statements'
import { insertInto, putInto, removeFrom, type Upsert, type WriteStep } from './statements'
import type { AccountTables } from './tables/accounts'
import type { ActorTables } from './tables/actors'
import type { AuditTables } from './tables/audit'
import type { TranscriptTables } from './tables/entries'
import type { MentionTables } from './tables/mentions'
import type { NodeTables } from './tables/nodes'
import type { QueueTables } from './tables/queue'
import type { SearchTables } from './tables/search'
import { columnsOf, type SummaryTables, tableOf } from './tables/summaries'

/** What a turn writes to. */
export type TurnTables = ActorTables &
  TranscriptTables &
  MentionTables &
  QueueTables &
  NodeTables &
  SummaryTables &
  SearchTables &
  AccountTables &
  AuditTables

export type TurnStatements = ReturnType<typeof turnStatementsOver>

/** Every write that a turn is made of. */
export const turnStatementsOver = (t: TurnTables, upsert: Upsert) => ({
  journal: insertInto(t.journal),
  ...entryStatementsOver(t, upsert),
  hideLine: hidingLine,
  tell: insertInto(t.audit),
  changeAccount: accountStepsOver(t),
  putActor: putInto(upsert, t.actors, [t.actors.address]),
  putMail: putInto(upsert, t.mail, [t.mail.slot]),
  putLine: putInto(upsert, t.line, [t.line.department, t.line.conversation]),
  putFloor: putInto(upsert, t.floor, [t.floor.department, t.floor.agent]),
  putDecision: putInto(upsert, t.decisions, [
    ...[t.decisions.conversation, t.decisions.department, t.decisions.version, t.decisions.nth],
  ]),
  putPresence: putInto(upsert, t.presence, [t.presence.agent, t.presence.node]),
  putSummary: summaryInto(t, upsert),
  removeMail: removeFrom(t.mail, { id: t.mail.id }),
  removeTimer: removeFrom(t.mail, { slot: t.mail.slot }),
  removeLine: removeFrom(t.line, {
    department: t.line.department,
    conversation: t.line.conversation,
  }),
  removeFloor: removeFrom(t.floor, { department: t.floor.department, agent: t.floor.agent }),
  removePresence: removeFrom(t.presence, { agent: t.presence.agent, node: t.presence.node }),
})

/**
 * Nobody finds a line any more by what it said: by whatever is changed of it, or taken back. What it
 * says since, the index takes in later.
 */
const hidingLine = ({ conversation, clientId }: { conversation: string; clientId: string }) => ({
  statement: hideLine,
  values: [conversation, conversation, clientId],
})
const hideLine = {
  sql: `update search_docs set gone = 1 where conversation = ? and seq =
    (select seq from entries where conversation = ? and client_id = ?)`,
}

/** Writes the row of an actor of any kind; the statement of a kind is made for its first row. */
const summaryInto = (t: SummaryTables, upsert: Upsert): ((summary: Summary) => WriteStep) => {
  const rowInto = (kind: Kind) => {
    const table = tableOf(t, kind)
    return putInto(upsert, table, [table.id])
  }
  const made = new Map<Kind, ReturnType<typeof rowInto>>()
  return (summary) => {
    const put = made.get(summary.of) ?? rowInto(summary.of)
    made.set(summary.of, put)
    // The row, its columns and its statement are of the same kind.
    return put(columnsOf(summary) as never)
  }
}
