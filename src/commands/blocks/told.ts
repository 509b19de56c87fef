import type { AuditRow } from '../../../actors/audit'
import type { Block } from '../../../actors/block'
import type { Desk } from '../desk'

/** What the audit tells of a block: what it keeps out, and whose that was by the name they had then. */
export const toldOfBlock = async (
  { store }: Pick<Desk, 'store'>,
  { scope, value, reason, visitor }: Pick<Block, 'scope' | 'value' | 'reason' | 'visitor'>,
): Promise<AuditRow['detail']> => {
  if (visitor === null) return { scope, value, reason }
  return { scope, value, reason, visitor: (await store.visitors.find(visitor))?.name ?? '' }
}
