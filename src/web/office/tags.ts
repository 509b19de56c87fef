import { Problem } from '../../../actors/problem'
import { tagPaths, tagsInMenu } from '../../../views/office/tags/details'
import { TagsPage, tagList } from '../../../views/office/tags/list'
import { TagPage } from '../../../views/office/tags/page'
import { tagChange, tagForm, tagMerge } from '../../commands/tags/form'
import {
  changeTag,
  createTag,
  type Found,
  findTag,
  mergeTag,
  removeTag,
} from '../../commands/tags/write'
import { allows } from '../../policies/permissions'
import { readDeskGroup } from '../../reads/office-desk'
import { readTag, readTags, tagIdOf, tagKeyIn } from '../../reads/office-tags'
import { staff } from '../person'
import type { Route } from '../route'
import { officeList } from './list/list'
import { officePage } from './page'
import { savesGroup } from './save-group'

const ID = ':id'
const permission = 'tags.manage'

const list = officeList({
  ...{ list: tagList, permission },
  rows: ({ desk }, _, ask, limit) => readTags(desk.store, ask, limit),
  // The page has their words, and a program says no or yes.
  choices: async () => ({ listed: ['yes', 'no'].map((value) => ({ value, label: value })) }),
  more: async ({ desk }, person) =>
    allows(person, 'settings.manage') ? { rules: await readDeskGroup(desk.store, 'tags') } : {},
  told: () => ({}),
  draw: ({ choices: _, ...shown }, context) => TagsPage({ ...context, ...shown }),
})

const one = officePage({
  ...{ path: tagPaths.page(ID), permission, menu: tagsInMenu },
  find: async (c, { desk }): Promise<(Found & { id: string }) | Problem> => {
    const id = c.req.param('id') ?? ''
    const found = await findTag(desk, tagKeyIn(id))
    return found ? { ...found, id } : new Problem('missing', 'missing')
  },
  read: async ({ desk }, { id }) => {
    const tag = await readTag(desk.store, id)
    if (!tag) throw new Error('a tag was removed while its page was read')
    return tag
  },
  draw: (tag, context) => TagPage({ ...context, tag }),
  told: ({ others: _, version: __, ...tag }) => tag,
})

/** Tags of conversations, in the office. */
export const tagRoutes: readonly Route[] = [
  list.show,
  ...list.files,
  list.verb({
    ...{ path: tagPaths.list, name: 'creation', said: 'created', form: tagForm },
    run: ({ c, web, input }) => createTag(web.desk, input, staff(c)),
    to: (_, key) => tagPaths.page(tagIdOf(key)),
    made: (key) => ({ id: tagIdOf(key) }),
  }),
  list.verb({
    ...savesGroup('tags'),
    ...{ path: tagPaths.rules, permission: 'settings.manage', said: 'kept' },
    to: () => tagPaths.list,
  }),
  one.show,
  one.verb({
    ...{ path: tagPaths.revision(ID), name: 'revision', said: 'saved', form: tagChange },
    run: ({ c, web, input, subject }) => changeTag(web.desk, subject, input, staff(c)),
    to: (_, key) => tagPaths.page(tagIdOf(key)),
    made: (key) => ({ id: tagIdOf(key) }),
  }),
  one.verb({
    ...{ path: tagPaths.merge(ID), name: 'merge', said: 'merged', form: tagMerge },
    run: ({ c, web, input, subject }) => mergeTag(web.desk, subject, input, staff(c)),
    to: (_, key) => tagPaths.page(tagIdOf(key)),
    made: (key) => ({ id: tagIdOf(key) }),
  }),
  one.verb({
    ...{ path: tagPaths.removal(ID), name: 'removal', said: 'removed', removes: true },
    run: ({ c, web, subject }) => removeTag(web.desk, subject, staff(c)),
    to: () => tagPaths.list,
  }),
]
