import { addressOf } from '../../../actors/address'
import type { DepartmentPersonEvent } from '../../../actors/department/events'
import { Problem } from '../../../actors/problem'
import type { Desk } from '../desk'

/** What the office does to a department. `refused` is for the caller to put into words. */
export const send = async (
  desk: Desk,
  id: string,
  event: DepartmentPersonEvent,
): Promise<null | 'refused' | Problem> => {
  const { outcome } = await desk.system.send(addressOf('department', id), event)
  if (outcome === 'parked') return new Problem('conflict', 'parked')
  return outcome === 'done' ? null : 'refused'
}
