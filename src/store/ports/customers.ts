import type { Session, SessionFrom, SessionTimes } from './accounts'

/** A visitor with an account of their own. */
export type Customer = {
  id: string
  /** As typed. */
  email: string
  name: string
  passwordHash: string
  language: string
  createdAt: number
  /** Since when they may sign in, ms UTC; null while the mail waits by which they may. */
  openedAt: number | null
  /** When they showed that they read the mail of this address; null where nobody asked. */
  provenAt: number | null
  /** When they were signed in last; null for never. */
  seenAt: number | null
}

export type CustomerSession = { customer: Customer; idleUntil: number }

/** Which accounts somebody looks for, by when they were made. */
export type CustomersAsk = {
  /** Of the normal form of their address. */
  beginning?: string
  descending: boolean
  after: { by: number; id: string } | null
}

/** Accounts of visitors. Who works here has none of these, and the other way round. */
export interface Customers {
  /** `emailKey` is the one normal form of the address; unique by bytes. */
  create(customer: Customer, emailKey: string): Promise<'done' | 'taken'>
  /** Another name and password for one that nobody has opened yet; `opened` where somebody has. */
  renew(
    id: string,
    values: Pick<Customer, 'email' | 'name' | 'passwordHash' | 'language' | 'createdAt'>,
  ): Promise<'done' | 'opened'>
  byEmailKey(emailKey: string): Promise<Customer | undefined>
  byId(id: string): Promise<Customer | undefined>
  page(ask: CustomersAsk, limit: number): Promise<Customer[]>
  /** They may sign in from now on, for their mail was read. Once more is done. */
  open(id: string, at: number): Promise<void>
  rename(id: string, name: string): Promise<void>
  setEmail(
    id: string,
    email: string,
    emailKey: string,
    provenAt: number | null,
  ): Promise<'done' | 'taken'>
  /**
   * While it is the one that was looked at: of several at once one gets `done`. Their sessions end with the
   * one they had, and the cookies of these browsers are nobody's; but for that of a token's hash.
   */
  replacePassword(
    id: string,
    passwordHash: string,
    before: string,
    but?: string,
  ): Promise<'done' | 'changed'>
  /** Forgets the account and its sessions. */
  remove(id: string): Promise<void>
  /** `changed` where their password is another than the one they showed, and nothing was written. */
  openSession(
    tokenHash: string,
    customer: string,
    times: SessionTimes,
    from: SessionFrom,
    passwordHash?: string,
  ): Promise<'done' | 'changed'>
  /** Who is signed in by a token; undefined when it is over, or was never. */
  session(tokenHash: string, now: number): Promise<CustomerSession | undefined>
  /** Where somebody is signed in, the newest first. */
  sessionsOf(customer: string, now: number): Promise<Session[]>
  touchSession(tokenHash: string, idle: number): Promise<void>
  closeSessions(tokenHashes: readonly string[]): Promise<void>
  /** Some sessions that are over, by the hashes of their cookies. */
  over(now: number): Promise<string[]>
  /** Removes some accounts that nobody opened since a time; answers whether there may be more. */
  tidy(unopenedBefore: number): Promise<boolean>
}
