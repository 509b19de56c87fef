import { routingFields } from '../../../actors/department/settings'
import { isProblem, Problem } from '../../../actors/problem'
import type { DepartmentRow } from '../../../actors/summary'
import { RoutingPage, routingInMenu, routingPath } from '../../../views/office/routing'
import { configureDepartment } from '../../commands/departments/configure'
import { readRouting } from '../../reads/office-routing'
import type { Route } from '../route'
import { officePage } from './page'
import { changesIn, settingsForm } from './settings'

const ID = ':id'

const one = officePage({
  ...{ path: routingPath(ID), permission: 'departments.manage', menu: routingInMenu },
  find: async (c, { desk }): Promise<DepartmentRow | Problem> =>
    (await desk.store.departments.find(c.req.param('id') ?? '')) ??
    new Problem('missing', 'missing'),
  read: ({ desk }, row) => readRouting(desk.store, row),
  draw: (details, context) => RoutingPage({ ...context, details }),
  told: ({ form: { values }, ...details }) => ({ ...details, values }),
})

/** Who of a department's line is next, and with whom, in the office. */
export const routingRoutes: readonly Route[] = [
  one.show,
  one.verb({
    ...{ path: routingPath(ID), name: 'routing', said: 'saved', form: settingsForm(routingFields) },
    run: ({ web, input, subject: { id, settings } }) => {
      const change = changesIn(routingFields, input, settings)
      if (isProblem(change)) return change
      return configureDepartment(web.desk, id, change.changes, change.before)
    },
  }),
]
