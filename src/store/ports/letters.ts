import type { AuditRow } from '../../../actors/audit'
import type { LetterKind, LetterStage, LetterState } from '../../../actors/letter'

/** A mail of the desk, written down before it is sent. */
export type Letter = {
  id: string
  /**
   * What it belongs to, so that there is one `nth` of it: the conversation whose answers it brings, else
   * a word and what it is about, as `left.<conversation>`.
   */
  thread: string
  /** 1 for the first of its thread. */
  nth: number
  kind: LetterKind
  /** The conversation that it tells of; empty where it tells of none. */
  about: string
  /** It tells of the lines after the one, up to the other. */
  after: number
  upTo: number
  /** Whom it goes to; where that is looked up when it goes, whom it went to the last time. */
  address: string
  /** How it is headed, once it was drawn. */
  subject: string
  /** In which language; empty where that goes by whom it goes to. */
  language: string
  /** When it was written, ms UTC. */
  at: number
  state: LetterState
  /** When it is sent, or tried again, ms UTC. */
  dueAt: number
  /** How often it was tried in vain. */
  tries: number
  /** Why it did not go the last time, in codes; no word of a server, which would repeat addresses. */
  problem: string
}

/** Which letters somebody looks for: those to which all of it applies. */
export type LetterAsk = {
  stage?: LetterStage
  kind?: LetterKind
  /** The whole address, in small letters. */
  address?: string
  /** Written from a time on, and before another, ms UTC. */
  since?: number
  before?: number
  oldestFirst: boolean
  after: { at: number; id: string } | null
}

/** Mail of the desk: written before it is sent, so that none is lost and none is written twice. */
export interface Letters {
  /** The newest of a thread. */
  lastOf(thread: string): Promise<Letter | undefined>
  /** Keeps one that is to be sent; false when its thread has an `nth` one already. */
  write(letter: Letter, told?: AuditRow): Promise<boolean>
  find(id: string): Promise<Letter | undefined>
  /** Those to be sent at `now`, the oldest first. */
  due(now: number, limit: number): Promise<Letter[]>
  /** What became of one that was due; what somebody gave up meanwhile stays so, unless it went. */
  settle(letter: Letter): Promise<void>
  /** Newest or oldest first, ties by id. */
  page(ask: LetterAsk, limit: number): Promise<Letter[]>
  /** Sends one anew, at a time, as if it had never been tried; false where it is in that state no more. */
  resume(letter: Letter, now: number, told: AuditRow): Promise<boolean>
  /** Sends one that is due no more; false where it is due no longer. */
  drop(letter: Letter, told: AuditRow): Promise<boolean>
  /** Removes some that were written before a time; answers whether there may be more. */
  forget(before: number): Promise<boolean>
  /** An address, as its hash, wants no more mail about answers; or wants it again. Twice is done. */
  unsubscribe(addressHash: string, at: number): Promise<void>
  subscribe(addressHash: string): Promise<void>
  isUnsubscribed(addressHash: string): Promise<boolean>
}
