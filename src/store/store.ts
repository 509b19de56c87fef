import type { Accounts } from './ports/accounts'
import type { Agents } from './ports/agents'
import type { Conversations } from './ports/conversations'
import type { Departments } from './ports/departments'
import type { MailRoom } from './ports/mail'
import type { Nodes } from './ports/nodes'
import type { Transcripts } from './ports/transcripts'
import type { Turns } from './ports/turns'
import type { Visitors } from './ports/visitors'
import type { Visits } from './ports/visits'

/**
 * The truth. Everything the desk knows is in here; what is elsewhere is a cache or a hint.
 *
 * Times are ms UTC, ids are UUIDv7 text, keys compare by bytes. Every promise rejects only for
 * faults of the database itself (`Unavailable` when it cannot be reached), never for what a
 * person did. The same contract holds on SQLite and MySQL (`tests/contracts/store.ts`).
 */
export interface Store {
  /** Whether other nodes write here too: what this node remembers may then be behind. */
  readonly shared: boolean
  readonly turns: Turns
  readonly mail: MailRoom
  readonly transcripts: Transcripts
  readonly conversations: Conversations
  readonly departments: Departments
  readonly agents: Agents
  readonly visitors: Visitors
  readonly accounts: Accounts
  readonly visits: Visits
  readonly nodes: Nodes
  /** Answers when the store can read: for `/ready`. Rejects within 2 s otherwise. */
  ping(): Promise<void>
  /** Figures for `doctor` and metrics. `walBytes` is 0 on MySQL. */
  health(): Promise<{ dialect: string; version: string; walBytes: number; now: number }>
  close(): Promise<void>
}
