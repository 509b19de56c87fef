import type { AnyActorLogic } from 'xstate'
import { initialTransition, transition } from 'xstate'
import type { Address } from './address'
import { idOf, kindOf } from './address'
import type { Effect } from './effects'
import type { Entry } from './entry'
import type { AnyEvent, DeskEvent, TimerEvent } from './events'
import type { Fact } from './facts'
import { type Logic, logicOf } from './registry'
import { revive } from './revive'
import type { Decision, OwnRow, OwnRowKey, Reads } from './rows'
import { noReads } from './rows'
import type { Summary } from './summary'

/** An actor as the store keeps it: which shape of context, which state, what it remembers. */
export type Snapshot = { shape: number; value: unknown; context: unknown }
export type Stored = { version: number; snapshot: Snapshot }

/** A tell or a timer on its way: consumed together with the turn it causes. */
export type Mail = {
  /** `<sender>/<version>/<n>`: made by exactly one turn. */
  id: string
  to: Address
  event: DeskEvent | TimerEvent
  /** When to deliver, ms UTC. */
  dueAt: number
  /** For timers: the slot `<address>/<delay id>`; arming it again replaces it. Null for tells. */
  timer: string | null
}

/** Everything one turn changes, as data. `commit` writes all of it or nothing. */
export type Turn = {
  address: Address
  /** The version this turn makes: the stored one plus 1. With `address` it is the fence. */
  version: number
  at: number
  /** The event as the journal keeps it: without the message's text. */
  event: AnyEvent
  /** The machine has no transition for it here: nothing changed, but it happened. */
  rejected: boolean
  snapshot: Snapshot
  entries: readonly Entry[]
  mail: readonly Mail[]
  /** Timer slots that no longer run. */
  cancels: readonly string[]
  keeps: readonly OwnRow[]
  drops: readonly OwnRowKey[]
  decisions: readonly Decision[]
  facts: readonly Fact[]
  /** The row lists are made of; null when it did not change. */
  summary: Summary | null
}

/**
 * One turn of one actor: a pure function of what is stored, the event and what was read for it.
 * The only caller of XState's `initialTransition` and `transition`.
 * Throws when the snapshot cannot be revived or an action throws: the supervisor parks the actor.
 */
export const takeTurn = (
  address: Address,
  stored: Stored | undefined,
  event: AnyEvent,
  reads: Reads = noReads,
): Turn => {
  const logic = logicOf(kindOf(address))
  const version = (stored?.version ?? 0) + 1
  const before = stored
    ? revive(logic, stored.snapshot)
    : initialTransition(logic.machine, { id: idOf(address) })[0]
  const [after, actions] = transition(
    logic.machine as AnyActorLogic,
    before,
    logic.needs(idOf(address), event) ? { ...event, version, reads } : { ...event, version },
  )
  const turn = collect(address, version, event.at, actions)
  const unchanged = after.context === before.context && actions.length === 0
  return {
    ...turn,
    address,
    version,
    at: event.at,
    event: withoutText(event),
    rejected: unchanged,
    snapshot: { shape: logic.shape, value: after.value, context: after.context },
    summary: changedSummary(logic, idOf(address), stored ? before : null, after),
  }
}
