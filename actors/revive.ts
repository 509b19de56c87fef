import type { AnyMachineSnapshot } from 'xstate'
import type { Logic, State } from './registry'
import type { Snapshot } from './turn'

/**
 * Makes a stored snapshot live again, bringing an older shape forward step by step.
 * Throws when its shape is newer than this program, or its state no longer exists: the
 * supervisor then parks that one actor.
 */
export const revive = (logic: Logic, snapshot: Snapshot): AnyMachineSnapshot => {
  if (snapshot.shape > logic.shape)
    throw new Error(`snapshot of shape ${snapshot.shape}, this program knows ${logic.shape}`)
  let state: State<unknown> = { value: snapshot.value, context: snapshot.context }
  for (let shape = snapshot.shape; shape < logic.shape; shape += 1) {
    const upgrade = logic.upgrades[shape]
    if (!upgrade) throw new Error(`no way from shape ${shape} to ${shape + 1}`)
    state = upgrade(state as State<never>)
  }
  return logic.machine.resolveState({
    value: state.value as never,
    context: state.context as never,
  })
}
