import type { Hours } from '../hours/hours'

/** What is promised of a conversation: a first answer, each next one, and its end. */
export const slaKinds = ['first', 'next', 'solve'] as const
export type SlaKind = (typeof slaKinds)[number]

/**
 * How long each may take, in ms of time that is open; 0 where nothing is promised. Those of its department
 * when it came there, `haste` the share of them, in %, for what is of high priority. Without `hours` it
 * is always open.
 */
export type SlaTerms = Record<SlaKind, number> & { haste: number; hours: Hours | null }

/** A department that one is handed to, and what that promises of it; left out in older events. */
export type DepartmentTo = { department: string; departmentName: string; sla?: SlaTerms | null }

/** Shares of the time, in %, at which colleagues are told. At the last it is late. */
export const slaShares = [50, 80, 100] as const
export type SlaShare = (typeof slaShares)[number]

/** `ran` so long, in ms, and since when it runs, ms UTC; null while it stands. `told` of which share. */
export type SlaClock = { total: number; ran: number; since: number | null; told: SlaShare | 0 }
export type SlaClocks = Partial<Record<SlaKind, SlaClock>>

/** The clocks of a conversation that goes on; `due` is when colleagues are told next, ms UTC. */
export type Sla = { clocks: SlaClocks; due: number | null }
export const initialSla: Sla = { clocks: {}, due: null }

/** What a row says of the clock that ends first. */
export type SlaShown = {
  kind: SlaKind
  /** When it is late, and from when on that is soon, ms UTC; null while it stands. */
  dueAt: number | null
  soonAt: number | null
  /** What is left of it while it stands, ms; below zero when it is late. */
  left: number
}

/** That so much of a promised time has run, in %, as a transcript tells it; at 100 it is late. */
export type SlaTold = { code: 'sla'; kind: SlaKind; share: SlaShare }
