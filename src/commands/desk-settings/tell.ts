import { addressOf } from '../../../actors/address'
import type { Desk } from '../desk'

/** Every node reads what holds for the whole desk again. */
export const tell = ({ bus }: Pick<Desk, 'bus'>): void =>
  bus.publish([{ topic: addressOf('department', 'settings'), what: 'settings' }])
