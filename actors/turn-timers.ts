import type { Address } from './address'
import type { TimerEvent } from './events'
import { type Mail, mailId } from './mail'
import type { Asked } from './transition'

/**
 * XState hands its `after` delays back as data: `xstate.raise` arms one, `xstate.cancel` stops it.
 * A slot armed in the same turn is not also cancelled: arming replaces.
 */
export const timersOf = (
  address: Address,
  version: number,
  at: number,
  actions: readonly Asked[],
  { tells, stops }: { tells: readonly Mail[]; stops: readonly string[] },
): { mail: readonly Mail[]; cancels: readonly string[] } => {
  if (actions.every(({ type }) => type === 'effect')) return { mail: tells, cancels: stops }
  const armed = new Map<string, Mail | null>()
  actions.forEach((action, n) => {
    if (action.type === 'xstate.cancel')
      armed.set(`${address}/${(action.params as { sendId: string }).sendId}`, null)
    if (action.type !== 'xstate.raise') return
    const { id, delay, event } = action.params as {
      id: string
      delay: number
      event: TimerEvent
    }
    const timer = `${address}/${id}`
    armed.set(timer, {
      id: mailId(address, version, `timer-${n}`),
      to: address,
      event: { type: event.type, at: at + delay, delayMs: delay },
      dueAt: at + delay,
      timer,
    })
  })
  const slots = [...armed.entries()]
  return {
    mail: [...tells, ...slots.flatMap(([, mail]) => (mail ? [mail] : []))],
    cancels: [...slots.flatMap(([timer, mail]) => (mail ? [] : [timer])), ...stops],
  }
}
