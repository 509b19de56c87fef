import {
  type AnyActorScope,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
} from 'xstate'

/** What a machine asks for while it changes, as XState hands it over. */
export type Asked = { type: string; params?: unknown }
export type Transition = (
  before: AnyMachineSnapshot,
  event: AnyEventObject,
) => [after: AnyMachineSnapshot, asked: readonly Asked[]]

/**
 * XState's pure `transition` for one machine. XState's own makes an actor for every call, and with
 * it the machine's whole first state, which costs more than the step itself. Here one actor that
 * never starts stands for all of them: our rules see neither it nor its system.
 */
export const transitionOf = (machine: AnyStateMachine): Transition => {
  const self = createActor(machine, { input: { id: '' } })
  const nothing = () => {}
  return (before, event) => {
    const asked: Asked[] = []
    const scope: AnyActorScope = {
      self,
      system: self.system,
      id: self.id,
      sessionId: self.sessionId,
      logger: nothing,
      defer: nothing,
      emit: nothing,
      stopChild: nothing,
      actionExecutor: (action) => void asked.push(action),
    }
    return [machine.transition(before, event, scope), asked]
  }
}
