import type { KeptAct } from '../../actors/audit'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { ListChoices } from '../../views/office/list/list'
import type { Store } from '../store/store'
import { pageOf } from './lists/in-memory'

/** Acts that are asked for, newest first unless the oldest are wanted first. */
export const readAudit = async (
  store: Store,
  { filters, times, descending, until }: ListAsk,
  limit: number,
): Promise<ListRows<KeptAct>> => {
  const { act, who, object } = filters
  const rows = await store.audit.page(
    {
      ...(act ? { act } : {}),
      ...(who ? { actor: who } : {}),
      ...(object ? { object } : {}),
      ...(times.from === undefined ? {} : { since: times.from }),
      ...(times.to === undefined ? {} : { before: times.to }),
      ...{ oldestFirst: !descending, after: until && { by: Number(until.by), id: until.id } },
    },
    limit + 1,
  )
  return pageOf(rows, limit, ({ at }) => at)
}

/** Everybody who did anything yet. */
export const auditChoices = async (store: Store): Promise<ListChoices> => ({
  who: (await store.audit.actors()).map(({ id, name }) => ({ value: id, label: name })),
})
