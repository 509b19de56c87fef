import type { Verified } from '../../../actors/audit'
import { verifyChain } from '../../system/sealer/verify'
import type { Desk } from '../desk'

/** Pause between two stretches of it, ms: pages and messages come first. */
const PAUSE_MS = 5

const underway = new WeakMap<object, Promise<Verified>>()

/** Looks at the whole chain of the audit. Whoever asks meanwhile is answered by the same look. */
export const checkAudit = ({ store, clock }: Pick<Desk, 'store' | 'clock'>): Promise<Verified> => {
  const known = underway.get(store)
  if (known) return known
  const rest = () => clock.sleep(PAUSE_MS)
  const check = verifyChain({ audit: store.audit, rest }).finally(() => underway.delete(store))
  underway.set(store, check)
  return check
}
