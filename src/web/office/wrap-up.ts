import { fieldLimits } from '../../../actors/form/field'
import { Problem } from '../../../actors/problem'
import type { DepartmentRow } from '../../../actors/summary'
import { WrapUpFormPage, wrapUpInMenu, wrapUpPaths } from '../../../views/office/wrap-up'
import {
  askUsualWrapUp,
  removeWrapUpField,
  saveWrapUpField,
  wrapUpVersion,
} from '../../commands/departments/wrap-up'
import { fieldForm, removalForm } from '../../commands/forms/fields'
import type { Route } from '../route'
import { officePage } from './page'

const ID = ':id'

const one = officePage({
  ...{ path: wrapUpPaths.page(ID), permission: 'departments.manage' },
  menu: wrapUpInMenu,
  find: async (c, { desk }): Promise<DepartmentRow | Problem> =>
    (await desk.store.departments.find(c.req.param('id') ?? '')) ??
    new Problem('missing', 'missing'),
  read: async (_, { id, name, settings: { wrapUpFields: fields } }) => ({
    ...{ id, name, fields, version: wrapUpVersion(fields), most: fieldLimits.fields },
  }),
  draw: (details, context) => WrapUpFormPage({ ...context, details }),
})

/** What agents of a department fill in before they end a conversation, in the office. */
export const wrapUpRoutes: readonly Route[] = [
  one.show,
  one.verb({
    ...{ path: wrapUpPaths.fields(ID), name: 'field', said: 'saved', form: fieldForm },
    run: ({ web, input, subject }) => saveWrapUpField(web.desk, subject, input),
  }),
  one.verb({
    ...{ path: wrapUpPaths.removal(ID), name: 'removal', said: 'removed' },
    form: removalForm,
    run: ({ web, input, subject }) => removeWrapUpField(web.desk, subject, input),
  }),
  one.verb({
    ...{ path: wrapUpPaths.usual(ID), name: 'usual', said: 'saved' },
    run: ({ web, subject }) => askUsualWrapUp(web.desk, subject),
  }),
]
