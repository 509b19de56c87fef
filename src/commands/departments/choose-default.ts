import { addressOf } from '../../../actors/address'
import { DEFAULT_DEPARTMENT } from '../../../actors/department/default'
import type { Desk } from '../desk'

/** From now on it is the department of whoever names none. */
export const chooseDefault = async (desk: Desk, id: string): Promise<void> => {
  await desk.store.accounts.setSetting(DEFAULT_DEPARTMENT, id)
  desk.bus.publish([{ topic: addressOf('department', id), what: 'state' }])
}
