import type { PageContext } from '../../page-context'

/** How long something took in the last minute. */
type Took = { meanMs: number; worstMs: number }

/** What waits, and since when the first of it does, ms UTC. */
type Backlog = { count: number; since: number | null }

/** How the desk feels, as one node knows it. Times are ms UTC, sizes bytes. */
export type SystemState = {
  program: {
    version: string
    runtime: string
    /** The newest migration. */
    schema: string
    startedAt: number
    address: string
    /** Whether somebody said it, or it is a guess. */
    isAddressGiven: boolean
  }
  /** The one that was asked. */
  node: { rssBytes: number; heapBytes: number; loop: Took; feeds: Took }
  store: {
    kind: 'file' | 'server'
    version: string
    /** Its file and the log beside it; 0 where it is a server. */
    bytes: number
    walBytes: number
    /** On the disk of the data folder. */
    freeBytes: number
    /** By how much its clock is ahead of this machine's, ms. */
    aheadMs: number
  }
  bus: 'alone' | 'up' | 'down'
  /** Those that run, and how long ago each said so. */
  nodes: readonly { node: string; silentMs: number }[]
  connections: { visitors: number; colleagues: number }
  conversations: { waiting: number; offered: number; active: number; left: number }
  mail: Backlog & { sends: boolean; dead: number }
  workers: {
    /** Between actors: what is due and was not delivered. */
    post: Backlog
    /** Acts of the audit without a seal. */
    seal: number
    /** Conversations among the newest that the search does not have all of. */
    search: number
    /** Actors that cannot go on, and mail to such that was set aside. */
    parked: number
    setAside: number
  }
  backups: {
    folder: string | null
    everyMs: number
    keep: number
    made: { at: number; file: string; bytes: number; tookMs: number } | null
    failed: { at: number; why: string } | null
  }
}

/** What is not as it should be, by its word, with what fills it. */
export type Warning = {
  code: WarningCode
  mark: 'bad' | 'fair'
  values: Readonly<Record<string, string | number>>
}

export type WarningCode =
  | 'backupFailed'
  | 'backupOld'
  | 'backupNone'
  | 'diskFull'
  | 'walLong'
  | 'clockApart'
  | 'busDown'
  | 'nodeSilent'
  | 'loopLate'
  | 'postLate'
  | 'sealLate'
  | 'parked'
  | 'mailDead'
  | 'mailLate'
  | 'mailNone'
  | 'addressGuessed'

export type SystemView = SystemState & { warnings: readonly Warning[] }

export type SystemProps = Pick<PageContext, 'language' | 'zone' | 'now'> & { view: SystemView }
