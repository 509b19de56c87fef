import type { AnyMachineSnapshot } from 'xstate'
import { withDefaults } from './defaults'
import { isDeepEqual } from './equal'
import type { Logic, State } from './logic'
import type { Snapshot } from './snapshot'

/**
 * Makes a stored snapshot live again, bringing an older shape forward step by step.
 * Throws when its shape is newer than this program, when its state does not exist or is not
 * whole, and when its context is not what the machine remembers: the system then parks that
 * one actor before a turn can make something wrong of it.
 */
export const revive = (logic: Logic, snapshot: Snapshot | null): AnyMachineSnapshot => {
  const state = upgrade(logic, snapshot)
  if (state.value === null || state.value === undefined) throw new Error('snapshot without a state')
  const revived = logic.machine.resolveState({
    value: state.value as never,
    context: state.context as never,
  })
  // XState fills in what is missing with where the machine begins: that is no state it was in.
  if (!isDeepEqual(revived.value, state.value))
    throw new Error(`snapshot in no state of its machine: ${JSON.stringify(state.value)}`)
  return revived
}

/** A stored snapshot in the shape of this program. Throws as `revive` does, but for its state. */
export const upgrade = (logic: Logic, snapshot: Snapshot | null): State<unknown> => {
  // What is no JSON any more.
  if (snapshot === null) throw new Error('snapshot cannot be read')
  if (!(snapshot.shape <= logic.shape))
    throw new Error(`snapshot of shape ${snapshot.shape}, this program knows ${logic.shape}`)
  let state: State<unknown> = { value: snapshot.value, context: snapshot.context }
  for (let shape = snapshot.shape; shape < logic.shape; shape += 1) {
    const step = logic.upgrades[shape]
    if (!step) throw new Error(`no way from shape ${shape} to ${shape + 1}`)
    state = step(state as State<never>)
  }
  const context = withSettings(logic.initial, withFallback(logic, state.context))
  const fault = faultOf(context, logic.initial)
  if (fault) throw new Error(`snapshot's context ${fault}`)
  return { value: state.value, context }
}

/** What one of its lists of additions has brought since: it makes no new shape either. */
const withFallback = ({ fallback }: Logic, context: unknown): unknown => {
  if (!fallback || typeof context !== 'object' || context === null) return context
  const isWhole = Object.keys(fallback).every((name) => name in context)
  return isWhole ? context : { ...fallback, ...context }
}

/** Settings are described once, with what they are in the beginning: a new one makes no new shape. */
const withSettings = (initial: object, context: unknown): unknown => {
  const settings: unknown = Reflect.get(initial, 'settings')
  const isWhole = typeof context === 'object' && context !== null && 'settings' in context
  return isWhole && settings ? withDefaults({ settings }, context) : context
}

/** What is wrong with a context, against one that remembers nothing yet; null is always right. */
const faultOf = (context: unknown, initial: object): string | null => {
  if (typeof context !== 'object' || context === null) return 'is missing'
  for (const { name, kind, fields } of fieldsOf(initial)) {
    const kept: unknown = Reflect.get(context, name)
    if (kept === undefined) return `has no ${name}`
    if (kind === null) continue
    if (kindOf(kept) !== kind) return `has ${kindOf(kept)} for ${name}, not ${kind}`
    const inside = fields && faultOf(kept, fields)
    if (inside) return `${inside} in ${name}`
  }
  return null
}

/** What stands in a context: of what kind, null for any, and what stands in it when it is a record. */
type Field = { name: string; kind: string | null; fields: object | null }

const known = new WeakMap<object, readonly Field[]>()

/** Looked at once: a list asks it of each of its rows. */
const fieldsOf = (initial: object): readonly Field[] => {
  const made =
    known.get(initial) ??
    Object.entries(initial).map(([name, empty]) => ({
      name,
      kind: empty === null ? null : kindOf(empty),
      fields: kindOf(empty) === 'object' ? (empty as object) : null,
    }))
  known.set(initial, made)
  return made
}

const kindOf = (value: unknown): string => {
  if (value === null) return 'nothing'
  return Array.isArray(value) ? 'a list' : typeof value
}
