import type { AccountChange, AccountRefused, RunsChange } from '../../../actors/account-change'
import type { AuditRow } from '../../../actors/audit'
import type { Role } from '../../../actors/people'

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

/** What the hash of who has set no password yet begins with. */
export const NO_PASSWORD = 'none '

/** Under which setting the mark of who runs the desk stands. */
export const RUNS = 'who-runs'

export type SignIn = {
  account: Account
  departments: readonly string[]
  /** What their role allows, where it is one of the desk's own. */
  grants?: readonly string[]
  expiresAt: number
}

/** An account, and when something was last asked for in a session of theirs; null for never yet. */
export type KnownAccount = Account & { seenAt: number | null }

/**
 * Where a session was begun; the browser in words. `door` is what they came in by, `strongAt` when a second
 * factor was shown in it.
 */
export type SessionFrom = {
  address: string | null
  browser: string | null
  door?: string | null
  strongAt?: number | null
}

/** When it began, when it ends unused, and when in any case; ms UTC. */
export type SessionTimes = { at: number; idle: number; expires: number }

/** A session as it begins. */
export type OpenSession = { tokenHash: string; times: SessionTimes; from?: SessionFrom }

/** Somewhere that somebody is signed in. */
export type Session = SessionFrom & { tokenHash: string; createdAt: number; idleUntil: number }

/**
 * Who may sign in, and who has. Tokens are kept as SHA-256 only. What the audit is `told` of a write is
 * written with it, or neither is.
 */
export interface Accounts {
  /** `emailKey` is the one documented normalisation of the address; unique by bytes. */
  create(account: Account, emailKey: string, told?: AuditRow): Promise<'done' | 'taken'>
  /** The first admin: at most one caller on all nodes ever gets `done`. */
  createFirstAdmin(account: Account, emailKey: string, told?: AuditRow): Promise<'done' | 'taken'>
  /** Whether there is an account that may set the desk up: an owner's or an admin's. */
  hasAdmin(): Promise<boolean>
  byEmailKey(emailKey: string): Promise<Account | undefined>
  byId(id: string): Promise<Account | undefined>
  /** Everybody who has one, by name. */
  all(): Promise<KnownAccount[]>
  rename(id: string, name: string): Promise<void>
  /** What the office says of one, while it is as it was looked at. */
  change(change: AccountChange, told?: AuditRow): Promise<'done' | AccountRefused>
  /** Forgets the account and its sessions. Its address is free again. */
  remove(id: string, told?: AuditRow): Promise<void>
  /** Another password; their sessions end with the one they had. */
  setPassword(id: string, passwordHash: string, told?: AuditRow): Promise<void>
  /**
   * The same while it is the one that was looked at: of several at once one gets `done`. `stays` is the
   * session of whoever does it, which begins anew.
   */
  replacePassword(
    id: string,
    passwordHash: string,
    before: string,
    told?: AuditRow,
    stays?: OpenSession,
  ): Promise<'done' | 'changed'>
  /** That something was asked for in a session of theirs, at a time. */
  saw(id: string, at: number): Promise<void>
  /**
   * Since when they are let in no more; null lets them in again. `changed` where who runs the desk is
   * other than it was looked at, and nothing was written.
   */
  disable(
    id: string,
    at: number | null,
    told?: AuditRow,
    runs?: RunsChange,
  ): Promise<'done' | 'changed'>
  /** `changed` where their password is another than the one they showed, and nothing was written. */
  openSession(
    tokenHash: string,
    account: string,
    times: SessionTimes,
    from?: SessionFrom,
    shown?: { passwordHash: string; told?: AuditRow },
  ): Promise<'done' | 'changed'>
  /**
   * The signed-in account and its agent's departments; undefined when expired or disabled, and while its role
   * asks for a second factor that was not shown in it.
   */
  session(tokenHash: string, now: number): Promise<SignIn | undefined>
  /** Whose session it is that opens nothing until a second factor is shown in it. */
  confinedSession(tokenHash: string, now: number): Promise<Account | undefined>
  /** That a second factor was shown in a session; all others of its account end. */
  strengthen(tokenHash: string, account: string, at: number): Promise<void>
  /** Whether it is a session, idle or not, of an account that is disabled. */
  isSessionOfDisabled(tokenHash: string, now: number): Promise<boolean>
  /** Where somebody is signed in, the newest first. */
  sessionsOf(account: string, now: number): Promise<Session[]>
  /** Moves the idle limit on, to a time; called at most every few minutes. */
  touchSession(tokenHash: string, idle: number): Promise<void>
  closeSession(tokenHash: string): Promise<void>
  /** Some of one at once. */
  closeSessions(tokenHashes: readonly string[], told?: AuditRow): Promise<void>
  /** Whether they are signed in anywhere; with a token's hash, whether anywhere beside that session. */
  hasSession(account: string, now: number, beside?: string): Promise<boolean>
  closeSessionsOf(account: string): Promise<void>
  /** Small named values of the desk; null takes one away. */
  setting(name: string): Promise<string | undefined>
  setSetting(name: string, value: string | null, told?: AuditRow): Promise<void>
  /** Changes one while it is as it was looked at, undefined for none: whether it did. */
  changeSetting(
    name: string,
    from: string | undefined,
    to: string | null,
    told?: AuditRow,
  ): Promise<boolean>
  /**
   * Counts a failure under a key within a window, for limits that survive a restart and are
   * shared by nodes. Answers the count and when the window ends. A window that ends later than the
   * longest there is can end is over: the clock was set back since.
   */
  countAttempt(key: string, now: number, windowMs: number, longestMs?: number): Promise<Attempts>
  attempts(key: string, now: number, longestMs?: number): Promise<Attempts>
  clearAttempts(key: string): Promise<void>
  /**
   * Removes some sessions that have expired and windows that have ended, never many at once.
   * Answers whether there may be more.
   */
  tidy(now: number): Promise<boolean>
}

export type Attempts = { count: number; until: number }
