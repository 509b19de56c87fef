import { describe, expect, test } from 'bun:test'
import { type AnyMachineSnapshot, type AnyStateNode, initialTransition, transition } from 'xstate'
import { addressOf, idOf, type Kind } from '../../actors/address'
import type { Entry } from '../../actors/entry'
import type { AnyEvent } from '../../actors/events'
import { logicOf } from '../../actors/registry'
import { revive } from '../../actors/revive'
import { noReads, type OwnRowKey, type Reads } from '../../actors/rows'
import type { Stored } from '../../actors/snapshot'
import type { Asked } from '../../actors/transition'
import { type Turn, takeTurn } from '../../actors/turn'

/**
 * A machine as a table: by state and event, `next state | what follows, in order`. `=` is the same
 * state. An event that a state does not name is rejected there.
 */
export type Table<State extends string, Name extends string> = Record<
  State,
  Partial<Record<Name, string>>
>

type Cells = Partial<Record<string, string>>

/** Everything a table is about. `reach` leads from nothing to each state. */
export type Machine<State extends string, Name extends string> = {
  kind: Kind
  reach: Record<State, readonly AnyEvent[]>
  /** The rows that the turns on the way find. */
  found?: Partial<Record<State, readonly (Reads | undefined)[]>>
  events: Record<Name, AnyEvent>
  /** Every type of event there is for it: whoever adds one to the union is told here. */
  types: Record<string, true>
  table: Table<State, Name>
  reads?: Partial<Record<Name, Reads>>
}

export const ID = 'own'

/** Tests every event in every state, and that the table leaves nothing of the machine out. */
export const testTable = <State extends string, Name extends string>(
  machine: Machine<State, Name>,
) => {
  const { kind, reach, events, table } = machine
  const readsOf = (name: Name): Reads => machine.reads?.[name] ?? noReads
  for (const state of Object.keys(table) as State[])
    describe(`${kind}, ${state}`, () => {
      const stored = arrive(kind, reach[state], machine.found?.[state])
      test('is where its events lead', () => {
        const start = initialTransition(logicOf(kind).machine, { id: ID })[0]
        expect(nameOf(stored?.snapshot.value ?? start.value)).toBe(state)
      })
      test('changes as XState by itself would change it', () => {
        const { machine, transition: own } = logicOf(kind)
        const before = stored
          ? revive(logicOf(kind), stored.snapshot)
          : initialTransition(machine, { id: ID })[0]
        for (const name of Object.keys(events) as Name[]) {
          const read: AnyEvent = events[name]
          const event = { ...read, version: 2, reads: readsOf(name) }
          expect(outcome(own(before, event))).toEqual(outcome(transition(machine, before, event)))
        }
      })
      for (const name of Object.keys(events) as Name[]) {
        const cell = (table[state] as Cells)[name]?.replace(/^=/, state) ?? 'rejected'
        test(`${name}: ${cell}`, () => {
          const turn = takeTurn(addressOf(kind, ID), stored, events[name], readsOf(name))
          expect(told(turn)).toBe(cell)
        })
      }
    })

  describe(`the table of the ${kind}`, () => {
    test('names every state of the machine', () => {
      expect(Object.keys(table).toSorted()).toEqual(leavesOf(kind).toSorted())
    })
    test('and every event, of people, of the desk and of its clocks', () => {
      const used = new Set(
        Object.values(events as Record<string, AnyEvent>).map(({ type }) => type),
      )
      const all: string[] = [...Object.keys(machine.types), ...clocksOf(kind)]
      expect([...used].map(String).toSorted()).toEqual(all.toSorted())
    })
  })
}

/** A change as data: where it leads, and what was asked for on the way. */
const outcome = ([{ value, context }, asked]: readonly [AnyMachineSnapshot, readonly Asked[]]) => ({
  ...{ value, context },
  asked: asked.map(({ type, params }) => ({ type, params })),
})

/** Takes the turns from nothing. */
export const arrive = (
  kind: Kind,
  events: readonly AnyEvent[],
  found: readonly (Reads | undefined)[] = [],
): Stored | undefined => {
  const { turns, stored } = takeTurns(kind, undefined, events, found)
  const rejected = turns.find((turn) => turn.rejected)
  if (rejected) throw new Error(`${kind} rejects ${rejected.event.type} on the way`)
  return stored
}

/** Takes further turns, written down and read again in between: each, and what is kept after them. */
export const takeTurns = (
  kind: Kind,
  from: Stored | undefined,
  events: readonly AnyEvent[],
  found: readonly (Reads | undefined)[] = [],
): { turns: Turn[]; stored: Stored | undefined } => {
  let stored = from
  const turns = events.map((event, nth) => {
    const turn = takeTurn(addressOf(kind, ID), stored, event, found[nth] ?? noReads)
    stored = JSON.parse(JSON.stringify({ version: turn.version, snapshot: turn.snapshot }))
    return turn
  })
  return { turns, stored }
}

/** What a turn came to, in the words of a table. */
const told = (turn: Turn): string => {
  const follows = followsOf(turn)
  if (turn.rejected) return ['rejected', ...follows].join(' | ')
  const next = nameOf(turn.snapshot.value)
  return follows.length === 0 ? next : `${next} | ${follows.join(', ')}`
}

const words = {
  ...{ text: 'said', note: 'noted', whisper: 'whispered', answers: 'answers' },
  ...{ withdrawn: 'withdrawn', reaction: 'reaction', card: 'card', cardAnswer: 'cardAnswer' },
  wrapUp: 'wrapUp',
} as const
const lineOf = ({ body, changes }: Entry): string => {
  if (body.kind === 'notice') return `noticed ${body.notice.code}`
  return changes !== null && body.kind === 'text' ? 'revised' : words[body.kind]
}

const followsOf = (turn: Turn): string[] => [
  ...turn.entries.map(lineOf),
  ...turn.mail
    .filter(({ timer }) => timer === null)
    .map(({ to, event }) => `${idOf(to)} ${event.type}`),
  ...turn.mail.flatMap(({ timer }) => (timer ? [`${clockOf(timer)} runs`] : [])),
  ...turn.cancels.map((timer) => `${clockOf(timer)} stops`),
  ...turn.keeps.map((row) => `keeps ${row.in} ${keyOf(row)}`),
  ...turn.drops.map((row) => `drops ${row.in} ${keyOf(row)}`),
  ...turn.decisions.map(({ conversation, chosen }) => `chooses ${chosen} for ${conversation}`),
]

const keyOf = (row: OwnRowKey): string => {
  if (row.in === 'presence') return row.node
  return row.in === 'line' ? row.conversation : row.agent
}

/** `conversation:c1/xstate.after.patience.conversation…` → `patience`. */
const clockOf = (timer: string) => /(?:xstate\.after|due)\.(\w+)/.exec(timer)?.[1] ?? timer

/** A state value in words: `waiting.inLine`, `active.awaitingAgent + steady`, `on.free + present`. */
export const nameOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  const parts = Object.entries(value as Record<string, unknown>)
  if (parts.length > 1) return parts.map(([, part]) => nameOf(part)).join(' + ')
  return parts.map(([name, part]) => `${name}.${nameOf(part)}`).join()
}

const leavesOf = (kind: Kind) => leafNames(logicOf(kind).machine.root)

const leafNames = (node: AnyStateNode): string[] => {
  const children = Object.values<AnyStateNode>(node.states)
  if (node.type === 'parallel')
    return children
      .map(leafNames)
      .reduce((all, names) => all.flatMap((one) => names.map((name) => `${one} + ${name}`)))
  return children.flatMap((child) => {
    const names = leafNames(child)
    return names.length === 0 ? [child.key] : names.map((name) => `${child.key}.${name}`)
  })
}

const clocksOf = (kind: Kind): string[] => {
  const walk = (node: AnyStateNode): string[] => [
    ...node.after.map(({ eventType }) => eventType),
    ...Object.values<AnyStateNode>(node.states).flatMap(walk),
  ]
  return [...new Set(walk(logicOf(kind).machine.root))]
}
