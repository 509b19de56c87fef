import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import type { Kind } from '../../actors/address'
import type { AnyEvent } from '../../actors/events'
import { logicOf } from '../../actors/registry'
import type { Reads } from '../../actors/rows'
import * as agent from './agent/events'
import { arrive } from './cells'
import * as conversation from './conversation/events'
import * as department from './department/events'
import * as visitor from './visitor/events'

type Known = {
  reach: Readonly<Record<string, readonly AnyEvent[]>>
  events: Readonly<Record<string, AnyEvent>>
  found?: Readonly<Record<string, readonly (Reads | undefined)[] | undefined>>
  reads?: Readonly<Record<string, Reads>>
}

/** The states of every kind of actor and the ways there, as their tables have them. */
export const known: Record<Kind, Known> = { visitor, conversation, agent, department }

export const folder = `${import.meta.dir}/snapshots`

/** `active.awaitingAgent + steady` of the conversation, in the shape of this program. */
export const fileOf = (kind: Kind, state: string): string =>
  `${folder}/${kind}/shape-${logicOf(kind).shape}/${state.replaceAll(' + ', '+')}.json`

/** The states that a snapshot can be of: before its first turn an actor has none. */
export const statesOf = (kind: Kind): string[] =>
  Object.entries(known[kind].reach).flatMap(([state, way]) => (way.length > 0 ? [state] : []))

/**
 * Writes the snapshots that are not there yet: after a new state, or a new shape. What was
 * released is never written again. `bun tests/actors/golden.ts`
 */
const writeMissing = () => {
  for (const kind of Object.keys(known) as Kind[])
    for (const state of statesOf(kind)) {
      const file = fileOf(kind, state)
      if (existsSync(file)) continue
      const stored = arrive(kind, known[kind].reach[state] ?? [], known[kind].found?.[state])
      mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true })
      writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`)
      console.log(file)
    }
}

if (import.meta.main) writeMissing()
