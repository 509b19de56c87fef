import { z } from 'zod'
import { departmentSettings, otherFields } from '../../../actors/department/settings'
import { isProblem, Problem } from '../../../actors/problem'
import { type DepartmentRow, isActive } from '../../../actors/summary'
import { typedChanges } from '../../../actors/typed-settings'
import { DepartmentPage } from '../../../views/office/department'
import {
  DepartmentsPage,
  departmentPaths,
  departmentsInMenu,
} from '../../../views/office/departments'
import { paths } from '../../../views/paths'
import { agentToken } from '../../commands/agents/link'
import { chooseDefault } from '../../commands/departments/choose-default'
import { configureDepartment } from '../../commands/departments/configure'
import { createDepartment } from '../../commands/departments/create'
import { memberForm, setMembership } from '../../commands/departments/members'
import { removeDepartment } from '../../commands/departments/remove'
import { renameDepartment, renameForm } from '../../commands/departments/rename'
import { restoreDepartment } from '../../commands/departments/restore'
import { neededName } from '../../commands/input'
import { read } from '../../commands/input/read'
import { nameVersion } from '../../reads/editable'
import { readDepartment, readDepartments } from '../../reads/office-departments'
import { personVersion } from '../../reads/office-people'
import { staff } from '../person'
import type { Route } from '../route'
import { officePage } from './page'
import { changesIn, settingsForm } from './settings'

const ID = ':id'
const { fields } = departmentSettings

const list = officePage({
  ...{ path: departmentPaths.list, permission: 'departments.manage', menu: departmentsInMenu },
  find: () => null,
  read: ({ desk }) => readDepartments(desk.store),
  draw: (lists, context) => DepartmentsPage({ ...context, lists }),
})

const one = officePage({
  ...{ path: departmentPaths.page(ID), permission: 'departments.manage', menu: departmentsInMenu },
  find: async (c, { desk }): Promise<DepartmentRow | Problem> =>
    (await desk.store.departments.find(c.req.param('id') ?? '')) ??
    new Problem('missing', 'missing'),
  read: async ({ desk }, row) => {
    const details = await readDepartment(desk.store, row)
    const link = (id: string) => paths.chat.to(agentToken(desk, id))
    return { ...details, people: details.people.map((one) => ({ ...one, link: link(one.id) })) }
  },
  draw: (details, context) => DepartmentPage({ ...context, department: details }),
  told: ({ form: _, nameVersion: __, others: ___, ...details }) => details,
})

/** Who answers there, one by one: for whoever may say so of people. */
const members = (): readonly Route[] => {
  const permission = 'agents.manage'
  return [
    one.verb({
      ...{ path: departmentPaths.people(ID), name: 'people', said: 'joined', permission },
      form: memberForm,
      run: ({ c, web, input, subject }) => {
        const form = read(memberForm, input)
        return isProblem(form)
          ? form
          : setMembership(web.desk, staff(c), {
              ...{ department: subject.id, person: form.person, belongs: true },
              versionNow: (id) => personVersion(web.desk.store, id),
            })
      },
    }),
    one.verb({
      ...{ path: departmentPaths.leaving(ID, ':person'), name: 'people', said: 'left', permission },
      run: ({ c, web, subject }) =>
        setMembership(web.desk, staff(c), {
          ...{ department: subject.id, person: c.req.param('person') ?? '', belongs: false },
          versionNow: (id) => personVersion(web.desk.store, id),
        }),
    }),
  ]
}

const createForm = z.strictObject({ name: neededName, ...typedChanges(fields) })

/** Departments in the office. */
export const departmentRoutes: readonly Route[] = [
  list.show,
  list.verb({
    ...{ path: departmentPaths.list, name: 'creation', said: 'created', form: createForm },
    run: ({ web, input }) => {
      const form = read(createForm, input)
      return isProblem(form) ? form : createDepartment(web.desk, form)
    },
    to: (_, id) => departmentPaths.page(id),
    made: (id) => ({ id }),
  }),
  one.show,
  one.verb({
    ...{ path: departmentPaths.settings(ID), name: 'settings', said: 'saved' },
    form: settingsForm(fields),
    run: ({ web, input, subject: { id, settings } }) => {
      const change = changesIn(fields, input, settings, otherFields)
      if (isProblem(change)) return change
      return configureDepartment(web.desk, id, change.changes, change.before)
    },
  }),
  one.verb({
    ...{ path: departmentPaths.name(ID), name: 'name', said: 'renamed', form: renameForm },
    run: ({ web, input, subject }) =>
      renameDepartment(web.desk, subject.id, input, { versionOf: nameVersion }),
  }),
  ...members(),
  one.verb({
    ...{ path: departmentPaths.isDefault(ID), name: 'default', said: 'chosen' },
    run: ({ web, subject }) =>
      isActive(subject)
        ? chooseDefault(web.desk, subject.id)
        : new Problem('missing', 'departmentUnknown'),
  }),
  one.verb({
    ...{ path: departmentPaths.removal(ID), name: 'removal', said: 'removed' },
    run: async ({ web, subject }) => {
      const stays = await removeDepartment(web.desk, subject.id)
      return stays && !isProblem(stays) ? new Problem('conflict', 'stillNeeded') : stays
    },
    to: () => departmentPaths.list,
  }),
  one.verb({
    ...{ path: departmentPaths.restoration(ID), name: 'restoration', said: 'restored' },
    run: ({ web, subject }) => restoreDepartment(web.desk, subject.id),
  }),
]
