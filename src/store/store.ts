import type { Address } from '../../actors/address'
import type { Entry } from '../../actors/entry'
import type { AnyEvent } from '../../actors/events'
import type { Role } from '../../actors/people'
import type { Decision, Needs, Reads } from '../../actors/rows'
import type { AgentRow, ConversationRow, DepartmentRow, VisitorRow } from '../../actors/summary'
import type { Mail, Stored, Turn } from '../../actors/turn'

/**
 * The truth. Everything the desk knows is in here; what is elsewhere is a cache or a hint.
 *
 * Times are ms UTC, ids are UUIDv7 text, keys compare by bytes. Every promise rejects only for
 * faults of the database itself (`Unavailable` when it cannot be reached), never for what a
 * person did. The same contract holds on SQLite and MySQL (`tests/contracts/store.ts`).
 */
export interface Store {
  readonly dialect: 'sqlite' | 'mysql'
  readonly turns: Turns
  readonly mail: MailRoom
  readonly transcripts: Transcripts
  readonly inbox: Inbox
  readonly accounts: Accounts
  readonly visits: Visits
  readonly nodes: Nodes
  /** Answers when the store can read: for `/ready`. Rejects within 2 s otherwise. */
  ping(): Promise<void>
  /** Figures for `doctor` and metrics. `walBytes` is 0 on MySQL. */
  health(): Promise<{ dialect: string; version: string; walBytes: number; now: number }>
  close(): Promise<void>
}

/** How a commit ended. All but `done` changed nothing at all. */
export type Committed =
  | 'done'
  | 'stale' // another turn made this version first: load again
  | 'repeat' // an entry with this client id exists in the conversation: it was said already
  | 'gone' // the mail was consumed by somebody else

/** Actors at rest, and the journal of how they came to be. */
export interface Turns {
  load(address: Address): Promise<Stored | undefined>
  /** What a turn with such needs reads beforehand. Read after `load`, so the fence covers it. */
  reads(needs: NonNullable<Needs>): Promise<Reads>
  /**
   * Writes the whole turn in one transaction, and deletes the mail `consumes` with it.
   * Durable when it answers `done`. SQLite: turns that arrive together share one transaction,
   * each fenced on its own.
   */
  commit(turn: Turn, consumes?: string): Promise<Committed>
  /** The journal of one actor in order, after a version. */
  journal(address: Address, after: number, limit: number): Promise<JournalRow[]>
  /** Addresses in order, for replay and sweeps; keyset page after an address. */
  addresses(after: string, limit: number): Promise<Address[]>
  decisions(conversation: string): Promise<Decision[]>
  /** The version each of these actors is at; one that never took a turn is left out. */
  versions(addresses: readonly Address[]): Promise<Map<Address, number>>
}
export type JournalRow = {
  address: Address
  version: number
  at: number
  event: AnyEvent
  rejected: boolean
}

/** Tells and timers on their way. */
export interface MailRoom {
  /** Mail due at `now` that nobody has leased, oldest first. */
  due(now: number, limit: number): Promise<Mail[]>
  /** Takes mail until a time, one taker at once; answers the ids it got. Fresh mail is unleased. */
  lease(ids: readonly string[], now: number, until: number): Promise<string[]>
  /** When the next mail falls due, after `now`; null when there is none. */
  nextDue(now: number): Promise<number | null>
  /** Counts a failed delivery and puts it off; answers how often it has failed. */
  failed(id: string, until: number): Promise<number>
  /** Sets mail aside that cannot be delivered: it stays, is never due, and is counted. */
  park(id: string, problem: string): Promise<void>
  parked(): Promise<number>
  /** Some of those whose mail is set aside. */
  aside(limit: number): Promise<Address[]>
  /** Makes mail due again that was set aside, of one actor or of all; it counts as failed so often. */
  bringBack(to: Address | null, tries: number): Promise<void>
}

export interface Transcripts {
  /** The first `limit` entries after a seq, in order. */
  after(conversation: string, seq: number, limit: number): Promise<Entry[]>
  /** The newest `limit` entries, in order. */
  last(conversation: string, limit: number): Promise<Entry[]>
  /** The `limit` entries before a seq, in order. */
  before(conversation: string, seq: number, limit: number): Promise<Entry[]>
  byClientId(conversation: string, clientId: string): Promise<Entry | undefined>
}

/** A conversation as a list shows it. */
export type InboxRow = ConversationRow & {
  /** Newest thing said, cut to 200 code points. */
  preview: string
  previewBy: 'visitor' | 'agent'
  lastAt: number
  lastSeq: number
  /** Visitor's messages the holder has not seen. */
  unread: number
}

/** A conversation as its own page shows it. */
export type RoomRow = ConversationRow & {
  /** Newest seq each side has read; 0 for nothing. */
  seenByAgent: number
  seenByVisitor: number
}

/**
 * Under `removed:<id>` the desk's settings have when a department was removed. The department
 * itself goes on: what was asked of it keeps it, and its name.
 */
export const REMOVED = 'removed:'

/** A department, and since when it can be chosen no more, ms UTC; null while it can. */
export type KeptDepartment = DepartmentRow & { removedAt: number | null }
/** And when it was made, ms UTC. */
export type MadeDepartment = KeptDepartment & { madeAt: number }

/** Whether it can be chosen: by visitors, for accounts, to hand over to. */
export const isChoosable = ({ removedAt }: Pick<KeptDepartment, 'removedAt'>): boolean =>
  removedAt === null

/** Rows for lists and pages. Who may see which is for the caller to say: by agent, by departments. */
export interface Inbox {
  conversation(id: string): Promise<RoomRow | undefined>
  row(id: string): Promise<InboxRow | undefined>
  /** Held by, or ringing at, this agent: oldest wait first. */
  held(agent: string): Promise<InboxRow[]>
  /** Waiting in these departments in the order of the line, with their places. */
  line(departments: readonly string[], limit: number): Promise<(InboxRow & { place: number })[]>
  /** Closed ones of these departments, newest first; keyset by `closedAt`. */
  closed(departments: readonly string[], before: number, limit: number): Promise<InboxRow[]>
  /** Conversation ids in one department's line, in order: places are index + 1. */
  lineOrder(department: string): Promise<string[]>
  /** How many wait in one department. */
  lineCount(department: string): Promise<number>
  /** Whether anybody of one department is on duty (`isOnDuty` of its floor). */
  attended(department: string): Promise<boolean>
  /** How many are open in one department, in its line or in somebody's hands. */
  openCount(department: string): Promise<number>
  /** By name, with those that were removed. */
  departments(): Promise<MadeDepartment[]>
  department(id: string): Promise<KeptDepartment | undefined>
  agents(): Promise<AgentRow[]>
  agent(id: string): Promise<AgentRow | undefined>
  visitor(id: string): Promise<VisitorRow | undefined>
  /** Open conversations by id, keyset after an id. */
  conversations(after: string, limit: number): Promise<ConversationRow[]>
}

export type Account = {
  id: string
  /** As typed. */
  email: string
  name: string
  role: Role
  passwordHash: string
  disabledAt: number | null
  createdAt: number
}
export type SignIn = { account: Account; departments: readonly string[]; expiresAt: number }

/** Who may sign in, and who has. Tokens are kept as SHA-256 only. */
export interface Accounts {
  /** `emailKey` is the one documented normalisation of the address; unique by bytes. */
  create(account: Account, emailKey: string): Promise<'done' | 'taken'>
  /** The first admin: at most one caller on all nodes ever gets `done`. */
  createFirstAdmin(account: Account, emailKey: string): Promise<'done' | 'taken'>
  hasAdmin(): Promise<boolean>
  byEmailKey(emailKey: string): Promise<Account | undefined>
  byId(id: string): Promise<Account | undefined>
  setPassword(id: string, passwordHash: string): Promise<void>
  /** Since when he is let in no more; null lets him in again. */
  disable(id: string, at: number | null): Promise<void>
  openSession(
    tokenHash: string,
    account: string,
    times: { at: number; idle: number; expires: number },
  ): Promise<void>
  /** The signed-in account and its agent's departments; undefined when expired or disabled. */
  session(tokenHash: string, now: number): Promise<SignIn | undefined>
  /** Whether it is a session, idle or not, of an account that is disabled. */
  isShutOut(tokenHash: string, now: number): Promise<boolean>
  /** Moves the idle limit on, to a time; called at most every few minutes. */
  touchSession(tokenHash: string, idle: number): Promise<void>
  closeSession(tokenHash: string): Promise<void>
  closeSessionsOf(account: string): Promise<void>
  /** Small named values of the desk; null takes one away. */
  setting(name: string): Promise<string | undefined>
  setSetting(name: string, value: string | null): Promise<void>
  /**
   * Counts a failure under a key within a window, for limits that survive a restart and are
   * shared by nodes. Answers the count and when the window ends.
   */
  countAttempt(key: string, now: number, windowMs: number): Promise<Attempts>
  attempts(key: string, now: number): Promise<Attempts>
  clearAttempts(key: string): Promise<void>
  /** Removes sessions that have expired and windows that have ended. */
  tidy(now: number): Promise<void>
}
export type Attempts = { count: number; until: number }

/** Visitors' cookies, as hashes. */
export interface Visits {
  /** Keeps the first visitor of a token; a second one changes nothing. */
  remember(tokenHash: string, visitor: string, at: number): Promise<void>
  visitorOf(tokenHash: string): Promise<string | undefined>
  /** Removes tokens that were given out before a time. */
  forget(before: number): Promise<void>
}

/** Which nodes run, so that the connections of a dead one are known to be gone. */
export interface Nodes {
  /** On SQLite there is one process: writes once at start, never again. */
  beat(node: string, now: number): Promise<void>
  /** Agents connected through nodes that have not beaten since `before`. */
  orphans(self: string, before: number): Promise<{ agent: string; node: string }[]>
  leave(node: string): Promise<void>
  /** Removes other nodes that have not beaten since `before`. */
  forget(self: string, before: number): Promise<void>
}

/** The database cannot be reached or refuses to work now; the same call may do later. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  /** True when the disk is full: the answer is 507, not 503. */
  readonly full: boolean
  constructor(message: string, options?: { cause?: unknown; full?: boolean }) {
    super(message, options)
    this.full = options?.full ?? false
  }
}
