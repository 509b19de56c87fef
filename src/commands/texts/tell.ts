import { addressOf } from '../../../actors/address'
import type { Desk } from '../desk'

/** Every node reads the texts again. */
export const tell = ({ bus }: Pick<Desk, 'bus'>): void =>
  bus.publish([{ topic: addressOf('visitor', 'texts'), what: 'texts' }])
