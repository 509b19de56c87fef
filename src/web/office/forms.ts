import { Problem } from '../../../actors/problem'
import { WHOLE_DESK } from '../../../actors/start/form'
import { FormPage } from '../../../views/office/form'
import { FormsPage, formPaths, formsInMenu } from '../../../views/office/forms'
import { fieldForm, removalForm } from '../../commands/forms/fields'
import { startFormVersion } from '../../commands/start-forms/change'
import { removeField, saveField } from '../../commands/start-forms/fields'
import {
  consentForm,
  saveConsent,
  saveWelcome,
  welcomeForm,
} from '../../commands/start-forms/welcome'
import { readForm, readForms } from '../../reads/office-forms'
import type { Ask, WebContext } from '../context'
import type { Route } from '../route'
import { officePage } from './page'

const ID = ':id'

const list = officePage({
  ...{ path: formPaths.list, permission: 'forms.manage', menu: formsInMenu },
  find: () => null,
  read: async ({ desk }) => ({ lines: await readForms(desk.store) }),
  draw: ({ lines }, context) => FormsPage({ ...context, lines }),
})

/** Whose form it is: the whole desk's, or a department's. */
const find = async (c: Ask, { desk }: WebContext) => {
  const of = c.req.param('id') ?? ''
  if (of === WHOLE_DESK) return { of, name: null }
  const known = await desk.store.departments.find(of)
  return known ? { of, name: known.name } : new Problem('missing', 'missing')
}

const one = officePage({
  ...{ path: formPaths.page(ID), permission: 'forms.manage', menu: formsInMenu },
  find,
  read: ({ desk }, subject) => readForm(desk.store, subject, startFormVersion),
  draw: (details, context) => FormPage({ ...context, details }),
})

/** What is asked before a chat, in the office. */
export const formRoutes: readonly Route[] = [
  list.show,
  one.show,
  one.verb({
    ...{ path: formPaths.fields(ID), name: 'field', said: 'saved', form: fieldForm },
    run: ({ web, input, subject }) => saveField(web.desk, subject.of, input),
  }),
  one.verb({
    ...{ path: formPaths.removal(ID), name: 'removal', said: 'removed', form: removalForm },
    run: ({ web, input, subject }) => removeField(web.desk, subject.of, input),
  }),
  one.verb({
    ...{ path: formPaths.consent(ID), name: 'consent', said: 'saved', form: consentForm },
    run: ({ web, input, subject }) => saveConsent(web.desk, subject.of, input),
  }),
  one.verb({
    ...{ path: formPaths.welcome(ID), name: 'welcome', said: 'saved', form: welcomeForm },
    run: ({ web, input, subject }) => saveWelcome(web.desk, subject.of, input),
  }),
]
