import type { Hours } from '../hours/hours'
import { changeAfter, isOpenAt } from '../hours/open'
import type { Rule } from './context'
import type { Of } from './events'
import { openQueueView } from './line'
import { offerWaiting } from './offering'
import { callBack } from './overflowing'

/** After so long hours without a change in sight are looked at again, ms. */
const LOOK_AGAIN_MS = 300 * 86_400_000

/** It opens or shuts, at the time it does; whoever came outside its hours is handed out when it opens. */
export const followHours: Rule<Of<'due.hours'>> = (context, event) => {
  const { hours } = context.settings
  const shutSince = isOpenAt(hours, event.at) ? null : (context.shutSince ?? event.at)
  const given = offerWaiting({ ...context, shutSince }, event, openQueueView(event.reads))
  const at = nextLook(hours, event.at)
  const step = {
    context: { ...given.context, shutSince },
    effects: [...(given.effects ?? []), { do: 'time', due: 'due.hours', at } as const],
  }
  const opens = context.shutSince !== null && shutSince === null
  return opens ? callBack(step, context, event) : step
}

const nextLook = (hours: Hours, at: number): number | null => {
  if (hours.use === 'always') return null
  return changeAfter(hours, at)?.at ?? at + LOOK_AGAIN_MS
}
