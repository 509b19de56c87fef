import { addressOf } from '../../../actors/address'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { StatePage, stateInMenu } from '../../../views/office/statechart/page'
import { statePaths } from '../../../views/office/statechart/state-paths'
import { paths } from '../../../views/paths'
import { refreshS } from '../../../views/refresh'
import type { Language } from '../../../views/words/language'
import type { Charted } from '../../../views/words/statechart/events'
import { visitorName } from '../../../views/workbench/name'
import { find } from '../../commands/conversations/access'
import { noHandlers } from '../../live/socket'
import type { Permission } from '../../policies/permissions'
import { readMoment, turnsOf, type Who } from '../../reads/moments'
import { answerProblem } from '../answer'
import type { Ask, WebContext } from '../context'
import { staffOf } from '../gate/identify'
import { staff } from '../person'
import { type Route, route } from '../route'
import { openStream } from '../stream'
import { officePage } from './page'

const ID = ':id'
const missing = () => new Problem('missing', 'missing')

type Link = { path: string; name: string }
type Kind = {
  kind: Charted
  permission: Permission
  /** Who it is, for somebody who may know of it. */
  find: (web: WebContext, person: Staff, id: string, language: Language) => Promise<Who | Problem>
  /** Where it is shown otherwise. */
  parent: (who: Who) => Link
}

const kinds: readonly Kind[] = [
  {
    kind: 'conversation',
    permission: 'office.use',
    find: async ({ desk }, person, id, language) => {
      const row = await find(desk, person, id)
      return isProblem(row) ? row : { kind: 'conversation', id, name: visitorName(row, language) }
    },
    parent: ({ id, name }) => ({ path: paths.workbench.conversation(id), name }),
  },
  {
    kind: 'agent',
    permission: 'agents.manage',
    find: async ({ desk }, _, id) => {
      const row = await desk.store.agents.find(id)
      return row ? { kind: 'agent', id, name: row.name } : missing()
    },
    parent: ({ id, name }) => ({ path: paths.office.of('people', id), name }),
  },
  {
    kind: 'department',
    permission: 'departments.manage',
    find: async ({ desk }, _, id) => {
      const row = await desk.store.departments.find(id)
      return row ? { kind: 'department', id, name: row.name } : missing()
    },
    parent: ({ id, name }) => ({ path: paths.office.of('departments', id), name }),
  },
]

/** Whose moment, which one, and whether that is simply the newest. */
type Subject = { who: Who; at: number; of: number; isNow: boolean }

/** The turn that an address asks for; none where it asks for what is so now. */
const atIn = (c: Ask, of: number): number | undefined | Problem => {
  const typed = (c.req.query('at') ?? '').trim()
  if (typed === '') return undefined
  const at = /^\d{1,9}$/.test(typed) ? Number(typed) : 0
  return at >= 1 && at <= of
    ? at
    : new Problem('invalid', 'fieldNotValid', { field: 'at', values: { field: 'at' } })
}

const subjectOf =
  (kind: Kind) =>
  async (c: Ask, web: WebContext): Promise<Subject | Problem> => {
    const who = await kind.find(web, staff(c), c.req.param('id') ?? '', c.get('look').language)
    if (isProblem(who)) return who
    const of = await turnsOf(web.desk.store, addressOf(who.kind, who.id))
    if (of === 0) return missing()
    const at = atIn(c, of)
    if (isProblem(at)) return at
    return { who, at: at ?? of, of, isNow: at === undefined || at === of }
  }

const pageOf = (kind: Kind): Route =>
  officePage({
    ...{ path: statePaths.page(kind.kind, ID), permission: kind.permission },
    ...{ menu: stateInMenu(kind.kind), renewsS: refreshS.lists },
    find: subjectOf(kind),
    read: async ({ desk }, { who, at, of, isNow }) => ({
      moment: await readMoment(desk.store, who, at, of),
      parent: kind.parent(who),
      isNow,
    }),
    draw: (shown, context) => StatePage({ ...context, ...shown }),
    told: ({ moment: { snap, at, of, line } }) => ({
      ...{ state: snap?.state ?? null, context: snap?.context ?? null, at, of },
      ...{ event: line?.event ?? null, rejected: line?.rejected ?? false },
      refusal: snap?.refusal ?? null,
    }),
  }).show

const feedOf = (kind: Kind): Route =>
  route({
    ...{ method: 'GET', path: statePaths.feed(kind.kind, ID), permission: kind.permission },
    live: true,
    show: async (c, web) => {
      const id = c.req.param('id') ?? ''
      const person = staff(c)
      const { language, zone } = c.get('look')
      const who = await kind.find(web, person, id, language)
      if (isProblem(who)) return answerProblem(c, who)
      const token = c.get('sessionToken')
      const session = {
        staff: person,
        check: async () => (await staffOf(web.desk, token)) as Staff | null,
      }
      const mayLook = async (now: Staff) => !isProblem(await kind.find(web, now, id, language))
      const seen = { who, permission: kind.permission, mayLook, look: { language, zone } }
      return openStream(c, web, 'sse', noHandlers, (pipe, caller) =>
        web.feeds.state(session, seen, pipe, caller),
      )
    },
  })

/** Where an actor is among its states, at each moment of its journal, and live. */
export const statechartRoutes: readonly Route[] = kinds.flatMap((kind) => [
  pageOf(kind),
  feedOf(kind),
])
