import { RightsPage, rightPaths, rightsInMenu, rightsList } from '../../../views/office/rights'
import { WhyPage } from '../../../views/office/rights-why'
import { asked, readRights, readRightsBeside, readWhy } from '../../reads/office-rights'
import type { Ask } from '../context'
import { staff } from '../person'
import type { Route } from '../route'
import { officeList } from './list/list'
import { officePage } from './page'

const rights = rightsList(asked)

const list = officeList({
  ...{ list: rights, permission: 'roles.manage' },
  rows: ({ desk }, _, ask, limit) => readRights(desk.store, ask, limit),
  more: ({ desk }) => readRightsBeside(desk.store),
  draw: (shown, context) => RightsPage({ ...context, ...shown, list: rights }),
})

/** Characters of an address that are looked at. */
const TYPED = 300
const typed = (c: Ask, field: string) => (c.req.query(field) ?? '').trim().slice(0, TYPED)

const why = officePage({
  ...{ path: rightPaths.why, permission: 'roles.manage', menu: rightsInMenu },
  find: (c) => ({
    reader: staff(c),
    asking: {
      person: typed(c, 'person'),
      permission: typed(c, 'permission'),
      conversation: typed(c, 'conversation'),
    },
  }),
  read: ({ desk }, { reader, asking }) => readWhy(desk.store, reader, asking),
  draw: (details, context) => WhyPage({ ...context, why: details }),
  told: ({ answer }) => answer ?? {},
})

/** Who may what, and why. */
export const rightsRoutes: readonly Route[] = [list.show, ...list.files, why.show]
