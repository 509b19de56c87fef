import type { Staff } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { ProvidersPage, providerList } from '../../../views/office/providers/list'
import { ProviderPage } from '../../../views/office/providers/page'
import {
  type ProviderDetails,
  providerPaths,
  providersInMenu,
} from '../../../views/office/providers/paths'
import { paths } from '../../../views/paths'
import { providerChange, providerForm } from '../../commands/providers/form'
import { changeProvider, createProvider, removeProvider } from '../../commands/providers/write'
import { givenRoles, readProvider, readProviders } from '../../reads/office-providers'
import { deskOrigin } from '../desk-origin'
import { staff } from '../person'
import type { Route } from '../route'
import { officeList } from './list/list'
import { officePage } from './page'

const ID = ':id'
/** Whoever says who somebody is can come in as anybody. */
const permission = 'owners.manage'

const list = officeList({
  ...{ list: providerList, permission },
  rows: ({ desk }, _, ask, limit) => readProviders(desk.store, ask, limit),
  more: async ({ desk }, person) => ({ given: await givenRoles(desk.store, person) }),
  told: () => ({}),
  draw: (shown, context) => ProvidersPage({ ...context, ...shown }),
})

type Subject = { id: string; person: Staff; back: string }

const one = officePage({
  ...{ path: providerPaths.page(ID), permission, menu: providersInMenu },
  find: async (c, { desk, config }): Promise<Subject | Problem> => {
    const id = (c.req.param('id') ?? '').slice(0, 64)
    const back = deskOrigin(c, config) + paths.session.providerBack(id)
    const isThere = await desk.store.providers.find(id)
    return isThere ? { id, person: staff(c), back } : new Problem('missing', 'missing')
  },
  read: async ({ desk }, { id, person, back }): Promise<ProviderDetails> => {
    const provider = await readProvider(desk.store, person, id)
    if (!provider) throw new Error('a provider was removed while its page was read')
    return { ...provider, back }
  },
  draw: (provider, context) => ProviderPage({ ...context, provider }),
  told: ({ given: _, ...provider }) => provider,
})

/** Services that people sign in by, in the office. */
export const providerOfficeRoutes: readonly Route[] = [
  list.show,
  ...list.files,
  list.verb({
    ...{ path: providerPaths.list, name: 'creation', said: 'created', form: providerForm },
    run: ({ c, web, input }) => createProvider(web.desk, input, staff(c)),
    to: (_, id) => providerPaths.page(id),
    made: (id) => ({ id }),
  }),
  one.show,
  one.verb({
    ...{ path: providerPaths.revision(ID), name: 'revision', said: 'saved', form: providerChange },
    run: ({ web, input, subject: { id, person } }) => changeProvider(web.desk, id, input, person),
  }),
  one.verb({
    ...{ path: providerPaths.removal(ID), name: 'removal', said: 'removed', removes: true },
    run: ({ web, subject: { id, person } }) => removeProvider(web.desk, id, person),
    to: () => providerPaths.list,
  }),
]
