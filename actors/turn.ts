import { type AnyMachineSnapshot, initialTransition } from 'xstate'
import type { AccountChange } from './account-change'
import { type Address, idOf, kindOf } from './address'
import type { AuditRow } from './audit'
import type { CardAnswer } from './conversation/card-answer'
import { withoutWords } from './conversation/steps'
import { liveOf, remember } from './current'
import type { Decision } from './decision'
import type { Effect } from './effects'
import type { Entry, SentFile } from './entry'
import { isDeepEqual } from './equal'
import { type AnyEvent, isTimer } from './events'
import type { Fact } from './facts'
import type { Lines } from './lines'
import type { Mail } from './mail'
import { logicOf, type Summary } from './registry'
import { noReads, type OwnRow, type OwnRowKey, type Reads } from './rows'
import type { Snapshot, Stored } from './snapshot'
import type { Asked } from './transition'
import { changesOf } from './turn-changes'
import { timersOf } from './turn-timers'

/** Everything one turn changes, as data. `commit` writes all of it or nothing. */
export type Turn = {
  address: Address
  /** The version this turn makes: the stored one plus 1. With `address` it is the fence. */
  version: number
  at: number
  /** The event as the journal keeps it: without the message's text, and what its files are called. */
  event: AnyEvent
  /** The machine has no transition for it here: nothing changed, but it happened. */
  rejected: boolean
  snapshot: Snapshot
  entries: readonly Entry[]
  /** Those that are made of others, after these. */
  lines: readonly Lines[]
  mail: readonly Mail[]
  /** Timer slots that no longer run. */
  cancels: readonly string[]
  keeps: readonly OwnRow[]
  drops: readonly OwnRowKey[]
  decisions: readonly Decision[]
  facts: readonly Fact[]
  /** The row lists are made of; null when it did not change. */
  summary: Summary | null
  /** Who did it, where that is written down for good. */
  audit?: AuditRow
  /** What becomes of their account with it: of both or of neither. */
  account?: AccountChange
}

/**
 * One turn of one actor: a pure function of what is stored, the event and what was read for it.
 * The only caller of XState's `initialTransition` and of a machine's transition.
 * Throws when the snapshot cannot be revived or an action throws: the system parks the actor.
 */
export const takeTurn = (
  address: Address,
  stored: Stored | undefined,
  event: AnyEvent,
  reads: Reads = noReads,
): Turn => {
  const kind = kindOf(address)
  const logic = logicOf(kind)
  const version = (stored?.version ?? 0) + 1
  const known = stored ? liveOf(kind, stored.snapshot) : null
  const before = known?.state ?? initialTransition(logic.machine, { id: idOf(address) })[0]
  const type = logic.formerly?.[event.type] ?? event.type
  const [moved, actions] = logic.transition(before, { ...event, type, version, reads })
  const isMoved = actions.length > 0 || !isUnchanged(before, moved)
  const asked = effectsOf(actions)
  const settled =
    isMoved || isTimer(event)
      ? logic.settle?.(before.context as never, moved as never, { type, at: event.at }, asked)
      : null
  const after = settled ? ({ ...moved, context: settled.context } as AnyMachineSnapshot) : moved
  const rejected = !isMoved && !settled
  const effects = rejected
    ? []
    : logic.derive(
        (known?.state ?? null) as never,
        after as never,
        settled ? [...asked, ...settled.effects] : asked,
        { at: event.at, version },
      )
  const { tells, stops, ...changes } = changesOf(address, version, event.at, effects)
  const snapshot = { shape: logic.shape, value: after.value, context: after.context }
  const row = logic.summarize(after as never)
  remember(snapshot, { state: after, row })
  return {
    ...changes,
    ...timersOf(address, version, event.at, actions, { tells, stops }),
    address,
    version,
    at: event.at,
    event: withoutText(event),
    rejected,
    snapshot,
    // What was refused by an actor that never was leaves no trace of one in the lists.
    summary: rejected || isDeepEqual(known?.row, row) ? null : ({ of: kind, ...row } as Summary),
  }
}

/** XState hands the same snapshot back also after a transition that only asked for effects. */
const isUnchanged = (before: AnyMachineSnapshot, after: AnyMachineSnapshot): boolean =>
  after.context === before.context && isDeepEqual(after.value, before.value)

const effectsOf = (actions: readonly Asked[]): Effect[] =>
  actions.flatMap((action) => (action.type === 'effect' ? [action.params as Effect] : []))

/** Text lives in the entry alone, so that erasing it does not touch history. */
const withoutText = (event: AnyEvent): AnyEvent => {
  if ('files' in event && event.files) return { ...event, text: '', files: nameless(event.files) }
  if ('note' in event && event.note) return { ...event, note: { ...event.note, text: '' } }
  if ('steps' in event) return { ...event, steps: event.steps.map(withoutWords) }
  if ('cardAnswer' in event && event.cardAnswer)
    return { ...event, text: '', cardAnswer: withoutCardText(event.cardAnswer) }
  if ('details' in event) return { ...event, ...('text' in event ? { text: '' } : {}), details: '' }
  if ('text' in event) return { ...event, text: '' }
  return 'comment' in event ? { ...event, comment: '' } : event
}

/** What a file is called is words of its sender too. */
const nameless = (files: readonly SentFile[]): SentFile[] =>
  files.map((file) => ({ ...file, name: '' }))

const withoutCardText = ({ card, ...done }: CardAnswer): CardAnswer => ({
  ...done,
  card: { ...card, text: '', ...(card.files ? { files: nameless(card.files) } : {}) },
})
