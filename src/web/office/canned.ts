import type { CannedReply } from '../../../actors/canned/reply'
import { DESK } from '../../../actors/canned/reply'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { CannedListPage, type CannedPlace } from '../../../views/canned/list'
import { CannedReplyPage } from '../../../views/canned/page'
import { cannedInMenu, cannedOfDesk } from '../../../views/office/canned'
import { cannedChange, cannedForm } from '../../commands/canned/form'
import {
  changeCanned,
  createCanned,
  findCanned,
  mayChange,
  removeCanned,
} from '../../commands/canned/write'
import type { Permission } from '../../policies/permissions'
import { departmentChoices, readCannedList } from '../../reads/canned'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import type { Route } from '../route'
import { officePage } from './page'

const ID = ':id'
/** Characters of a question that are looked at. */
const QUESTION = 200

/** What somebody looks for, by the address of a page. */
export const questionIn = (c: Ask): string => (c.req.query('q') ?? '').slice(0, QUESTION)

/** One that is of a place, for who may change it there. */
const foundIn =
  (place: CannedPlace) =>
  async (
    c: Ask,
    { desk }: WebContext,
  ): Promise<{ person: Staff; reply: CannedReply } | Problem> => {
    const person = staff(c)
    const reply = await findCanned(desk, person, c.req.param('id') ?? '')
    if (isProblem(reply)) return reply
    const isHere = (reply.scope === 'mine') === place.isOwn && mayChange(person, reply)
    return isHere ? { person, reply } : new Problem('missing', 'missing')
  }

/** What a program is told of one. */
const told = ({ version: _, holder: __, ...reply }: CannedReply) => reply

/** The pages of a place: the list with the form of another, and each alone. */
export const cannedPages = (place: CannedPlace, permission: Permission) => {
  const list = officePage({
    ...{ path: place.list, permission, menu: cannedInMenu },
    find: (c) => ({ person: staff(c), q: questionIn(c) }),
    read: ({ desk }, { person, q }) =>
      readCannedList(desk.store, place.isOwn ? person.id : DESK, q),
    draw: (data, context) => CannedListPage({ ...context, place, list: data }),
    told: ({ replies, all }) => ({ replies: replies.map(told), all }),
  })
  const one = officePage({
    ...{ path: place.page(ID), permission, menu: cannedInMenu },
    find: foundIn(place),
    read: async ({ desk }, { reply }) => ({
      // Anew: a verb may have changed it since it was found.
      reply: (await desk.store.canned.find(reply.id)) ?? reply,
      departments: await departmentChoices(desk.store),
    }),
    draw: (data, context) => CannedReplyPage({ ...context, place, ...data }),
    told: ({ reply }) => told(reply),
  })
  return {
    list,
    creation: list.verb({
      ...{ path: place.list, name: 'creation', said: 'created', form: cannedForm },
      run: ({ web, input, subject: { person } }) =>
        createCanned(web.desk, person, place.isOwn ? input : { scope: 'all', ...input }),
      made: (id) => ({ id }),
    }),
    ofOne: [
      one.show,
      one.verb({
        ...{ path: place.revision(ID), name: 'revision', said: 'saved', form: cannedChange },
        run: ({ web, input, subject: { person, reply } }) =>
          changeCanned(web.desk, person, reply, input),
      }),
      one.verb({
        ...{ path: place.removal(ID), name: 'removal', said: 'removed', removes: true },
        run: ({ web, subject: { person, reply } }) => removeCanned(web.desk, person, reply),
        to: () => place.list,
      }),
    ] satisfies Route[],
  }
}

const ofDesk = cannedPages(cannedOfDesk, 'canned.manage')

/** The canned replies of departments and of everybody, in the office. */
export const cannedOfficeRoutes: readonly Route[] = [
  ofDesk.list.show,
  ofDesk.creation,
  ...ofDesk.ofOne,
]
