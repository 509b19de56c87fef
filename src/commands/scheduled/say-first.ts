import type { Person } from '../../../actors/people'
import { sendScheduled } from '../../system/scheduled'
import type { Desk } from '../desk'

/**
 * Says what somebody has just sent and could take back for a moment yet: before they end the
 * conversation or hand it on, for afterwards they may not say it any more.
 */
export const sayFirst = async (desk: Desk, person: Person, id: string): Promise<void> => {
  const all = await desk.store.scheduled.of(id)
  const own = all.filter(
    ({ agent, seq, held }) => agent === person.id && seq === null && held === '',
  )
  for (const message of own) await sendScheduled(desk, message)
}
