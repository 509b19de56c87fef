import type { Staff } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import type { RoleDetails } from '../../../views/office/role-details'
import { rolePaths, rolesInMenu } from '../../../views/office/role-paths'
import { RolePage, RolesPage, roleList } from '../../../views/office/roles'
import { forceFactor, forceForm } from '../../commands/factors/force'
import { roleChange, roleForm } from '../../commands/roles/form'
import { changeRole, createRole, removeRole } from '../../commands/roles/write'
import { readRole, readRoles, readRolesBeside } from '../../reads/office-roles'
import { staff } from '../person'
import type { Route } from '../route'
import { officeList } from './list/list'
import { officePage } from './page'

const ID = ':id'

const list = officeList({
  ...{ list: roleList, permission: 'roles.manage' },
  rows: ({ desk }, _, ask, limit) => readRoles(desk.store, ask, limit),
  more: ({ desk }, person) => readRolesBeside(desk.store, person),
  draw: (shown, context) => RolesPage({ ...context, ...shown }),
})

const one = officePage({
  ...{ path: rolePaths.page(ID), permission: 'roles.manage', menu: rolesInMenu },
  find: async (c, { desk }): Promise<{ id: string; person: Staff } | Problem> => {
    const found = { id: c.req.param('id') ?? '', person: staff(c) }
    const isThere = await readRole(desk.store, found.person, found.id)
    return isThere ? found : new Problem('missing', 'missing')
  },
  read: async ({ desk }, { id, person }): Promise<RoleDetails> => {
    const role = await readRole(desk.store, person, id)
    if (!role) throw new Error('a role was removed while its page was read')
    return role
  },
  draw: (role, context) => RolePage({ ...context, role }),
  told: ({ all: _, yours: __, ...role }) => role,
})

/** Roles in the office. */
export const roleRoutes: readonly Route[] = [
  list.show,
  ...list.files,
  list.verb({
    ...{ path: rolePaths.list, name: 'creation', said: 'created', form: roleForm },
    run: ({ c, web, input }) => createRole(web.desk, input, staff(c)),
    to: (_, id) => rolePaths.page(id),
    made: (id) => ({ id }),
  }),
  one.show,
  one.verb({
    ...{ path: rolePaths.revision(ID), name: 'revision', said: 'saved', form: roleChange },
    run: ({ web, input, subject: { id, person } }) => changeRole(web.desk, id, input, person),
  }),
  one.verb({
    ...{ path: rolePaths.factor(ID), name: 'factor', said: 'saved', form: forceForm },
    run: ({ web, input, subject: { id, person } }) => forceFactor(web.desk, id, input, person),
  }),
  one.verb({
    ...{ path: rolePaths.removal(ID), name: 'removal', said: 'removed', removes: true },
    run: ({ web, subject: { id, person } }) => removeRole(web.desk, id, person),
    to: () => rolePaths.list,
  }),
]
