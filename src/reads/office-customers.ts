import type { CustomerLine } from '../../views/office/customers'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { Customer } from '../store/ports/customers'
import type { Store } from '../store/store'
import { pageOf } from './lists/in-memory'

/** Visitors with accounts, the newest first unless the oldest are wanted first. */
export const readCustomers = async (
  store: Pick<Store, 'customers'>,
  { q, descending, until }: ListAsk,
  limit: number,
): Promise<ListRows<CustomerLine>> => {
  const rows = await store.customers.page(
    {
      ...(q ? { beginning: q.toLowerCase() } : {}),
      descending,
      after: until && { by: Number(until.by), id: until.id },
    },
    limit + 1,
  )
  return pageOf(rows.map(customerLine), limit, ({ created }) => created)
}

export const customerLine = (customer: Customer): CustomerLine => {
  const { id, name, email, createdAt, openedAt, provenAt, seenAt } = customer
  const state = openedAt === null ? 'waits' : provenAt === null ? 'open' : 'proven'
  return { id, name, email, state, created: createdAt, seen: seenAt }
}
