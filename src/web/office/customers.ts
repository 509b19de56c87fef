import { Problem } from '../../../actors/problem'
import {
  CustomerPage,
  CustomersPage,
  customerList,
  customerPaths,
  customersInMenu,
} from '../../../views/office/customers'
import { forgetCustomer } from '../../commands/customers/remove'
import { visitorOf } from '../../commands/customers/signed-in'
import { customerLine, readCustomers } from '../../reads/office-customers'
import { readDeskGroup } from '../../reads/office-desk'
import type { Customer } from '../../store/ports/customers'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import type { Route } from '../route'
import { officeList } from './list/list'
import { officePage } from './page'
import { savesGroup } from './save-group'

const permission = 'settings.manage'

const list = officeList({
  ...{ list: customerList, permission },
  rows: ({ desk }, _, ask, limit) => readCustomers(desk.store, ask, limit),
  more: async ({ desk }) => ({ setting: await readDeskGroup(desk.store, 'customers') }),
  told: ({ setting: { values, version } }) => ({ ...values, version }),
  draw: (shown, context) => CustomersPage({ ...context, ...shown }),
})

const found = async (c: Ask, { desk }: WebContext): Promise<Customer | Problem> =>
  (await desk.store.customers.byId((c.req.param('id') ?? '').slice(0, 64))) ??
  new Problem('missing', 'missing')

const one = officePage({
  ...{ path: customerPaths.one(':id'), permission, menu: customersInMenu, find: found },
  read: async ({ desk }, customer) => ({
    line: customerLine(customer),
    visitor: (await visitorOf(desk, customer)) ?? null,
  }),
  draw: (data, context) => CustomerPage({ ...context, ...data }),
})

/** Accounts of visitors, in the office. */
export const customerOfficeRoutes: readonly Route[] = [
  list.show,
  ...list.files,
  list.verb({
    ...savesGroup('customers'),
    ...{ path: customerPaths.setting, said: 'saved', to: () => customerPaths.list },
  }),
  one.show,
  one.verb({
    ...{ path: customerPaths.removal(':id'), name: 'removal', said: 'removed', removes: true },
    run: ({ c, web, subject }) => forgetCustomer(web.desk, subject, staff(c)),
    to: () => customerPaths.list,
  }),
]
