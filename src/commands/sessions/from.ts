import type { SessionFrom } from '../../store/ports/accounts'
import type { From } from '../desk'

/** Where a session is begun, as it is kept. */
export const sessionFrom = ({ address, browser }: From): SessionFrom => ({
  address: address.slice(0, 64) || null,
  browser: browser || null,
})
