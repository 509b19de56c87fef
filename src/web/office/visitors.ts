import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { VisitorRow } from '../../../actors/visitor/summary'
import type { VisitorDetails } from '../../../views/office/visitors/details'
import {
  VisitorsPage,
  visitorList,
  visitorPaths,
  visitorsInMenu,
} from '../../../views/office/visitors/list'
import { VisitorOfficePage } from '../../../views/office/visitors/page'
import {
  attributeForm,
  editVisitor,
  findVisitor,
  pinForm,
  pinVisitor,
  type VisitorVersions,
  visitorEditForm,
} from '../../commands/visitors/edit'
import { mergeVisitors, visitorMergeForm } from '../../commands/visitors/merge/merge'
import { partingForm, partVisitors } from '../../commands/visitors/merge/part'
import { versionOf } from '../../reads/editable'
import { readVisitor, readVisitors } from '../../reads/office-visitors'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import type { Route } from '../route'
import { officeList } from './list/list'
import { officePage } from './page'

const ID = ':id'
const permission = 'visitors.manage'

const list = officeList({
  ...{ list: visitorList, permission },
  refuses: async (_, __, { filters }) =>
    ['yes', 'no', undefined].includes(filters.pinned)
      ? null
      : new Problem('invalid', 'fieldNotValid', { field: 'pinned', values: { field: 'pinned' } }),
  rows: ({ desk }, _, ask, limit) => readVisitors(desk.store, ask, limit),
  more: async ({ desk }) => ({
    countries: await desk.store.visitors.countries(),
    languages: await desk.store.visitors.languages(),
  }),
  draw: (shown, context) => VisitorsPage({ ...context, ...shown }),
})

type Found = { person: Staff; row: VisitorRow }

const found = async (c: Ask, { desk }: WebContext): Promise<Found | Problem> => {
  const row = await findVisitor(desk, c.req.param('id') ?? '')
  return isProblem(row) ? row : { person: staff(c), row }
}

/** The page of one visitor, which other verbs are added to. */
export const visitorPage = officePage({
  ...{ path: visitorPaths.page(ID), permission, menu: visitorsInMenu },
  find: found,
  read: async ({ desk }, { person, row }): Promise<VisitorDetails> => {
    // Anew: a verb may have changed it since it was found.
    const now = await findVisitor(desk, row.id)
    const needed = { store: desk.store, now: desk.clock.now() }
    return readVisitor(needed, person, isProblem(now) ? row : now)
  },
  draw: (details, context) => VisitorOfficePage({ ...context, details }),
  told: ({ row, profile, subject, fromSite, visit, conversations, blocks, consents }) => ({
    ...{ ...row, profile, subject, fromSite, visit, blocks, consents },
    conversations: conversations.map(({ id, openedAt, state }) => ({ id, openedAt, state })),
  }),
})

const versions: VisitorVersions = {
  known: ({ name, email, phone, company, notes, tags }) =>
    versionOf({ name, email, phone, company, notes, tags }),
  attributes: versionOf,
}

/** All visitors, and one of them, in the office. */
export const visitorOfficeRoutes: readonly Route[] = [
  list.show,
  ...list.files,
  visitorPage.show,
  visitorPage.verb({
    ...{ path: visitorPaths.details(ID), name: 'details', said: 'saved', form: visitorEditForm },
    run: ({ web, input, subject: { person, row } }) =>
      editVisitor(web.desk, person, row.id, input, versions),
    to: ({ subject: { row } }) => visitorPaths.page(row.id),
  }),
  visitorPage.verb({
    ...{ path: visitorPaths.attribute(ID), name: 'attribute', said: 'saved', form: attributeForm },
    run: ({ web, input, subject: { person, row } }) =>
      editVisitor(web.desk, person, row.id, input, versions),
    to: ({ subject: { row } }) => visitorPaths.page(row.id),
  }),
  visitorPage.verb({
    ...{ path: visitorPaths.pin(ID), name: 'pin', form: pinForm, said: 'saved' },
    run: ({ web, input, subject: { person, row } }) => pinVisitor(web.desk, person, row.id, input),
    to: ({ subject: { row } }) => visitorPaths.page(row.id),
  }),
  visitorPage.verb({
    ...{ path: visitorPaths.merge(ID), name: 'merge', form: visitorMergeForm, said: 'merged' },
    run: ({ web, input, subject: { person, row } }) =>
      mergeVisitors(web.desk, person, row.id, input),
    to: ({ subject: { row } }) => visitorPaths.page(row.id),
  }),
  visitorPage.verb({
    ...{ path: visitorPaths.parting(ID), name: 'parting', form: partingForm, said: 'parted' },
    run: ({ web, input, subject: { person, row } }) =>
      partVisitors(web.desk, person, row.id, input),
    to: ({ subject: { row } }) => visitorPaths.page(row.id),
  }),
]
