import type { AuditList } from '../../views/office/audit'
import type { Store } from '../store/store'

/** Acts on one page. */
const ROWS = 50

/** Acts, newest first: those before one, by its id, or from the newest on for null. */
export const readAudit = async (store: Store, before: string | null): Promise<AuditList> => {
  const rows = await store.audit.newest(ROWS + 1, before ?? undefined)
  return { rows: rows.slice(0, ROWS), hasMore: rows.length > ROWS }
}
