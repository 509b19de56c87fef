import type { Child } from 'hono/jsx'
import type { Staff } from '../../../../actors/people'
import { isProblem, type Problem } from '../../../../actors/problem'
import type { OfficeContext } from '../../../../views/office/context'
import type { ListAsk, ListRows } from '../../../../views/office/list/ask'
import {
  exportFormats,
  exportPath,
  type List,
  type ListChoices,
} from '../../../../views/office/list/list'
import { tellExported } from '../../../commands/audit'
import type { Permission } from '../../../policies/permissions'
import { answerProblem } from '../../answer'
import type { Ask, WebContext } from '../../context'
import { staff } from '../../person'
import { type Route, route } from '../../route'
import { officePage } from '../page'
import { askIn } from './ask'
import { recordOf, streamRows } from './files'

/** Rows of one page. */
const PAGE_ROWS = 50
/** Rows that are read at a time for a file: of five times as many the desk grew by twice as much memory. */
const FILE_ROWS = 100

type Shown<Row> = { ask: ListAsk; found: ListRows<Row>; choices: ListChoices }

/** A list of the office: who may read it, where its rows come from, how its page is drawn. */
type Spec<Row, More extends object> = {
  list: List<Row>
  permission: Permission
  /** A verb of its page may show what opens something: it is not compressed. */
  secret?: boolean
  /** The rows that are asked for, at most so many; in the order that is asked for. */
  rows: (web: WebContext, person: Staff, ask: ListAsk, limit: number) => Promise<ListRows<Row>>
  /** Why what is asked cannot be looked for; null where it can. */
  refuses?: (web: WebContext, person: Staff, ask: ListAsk) => Promise<Problem | null>
  /** What there is to choose from in its filters. */
  choices?: (web: WebContext, person: Staff) => Promise<ListChoices>
  /** What else its page shows. */
  more?: (web: WebContext, person: Staff, ask: ListAsk) => Promise<More>
  /** What of that a program is told, beside the rows. */
  told?: (more: More) => object
  draw: (shown: Shown<Row> & More, context: OfficeContext) => Child
}

/**
 * The page of a list, which verbs are added to as to every page of the office, and the same list as
 * files: all that is asked for, from the first row to the last, read stretch by stretch as it goes out.
 */
export const officeList = <Row extends { id: string }, More extends object = object>(
  spec: Spec<Row, More>,
) => {
  const { list, permission } = spec
  const asked = async (c: Ask, web: WebContext): Promise<ListAsk | Problem> => {
    const ask = askIn(c, list)
    return isProblem(ask) ? ask : ((await spec.refuses?.(web, staff(c), ask)) ?? ask)
  }
  const page = officePage({
    ...{ path: list.path, permission, menu: list.menu, secret: spec.secret ?? false },
    find: async (c, web) => {
      const ask = c.req.method === 'GET' ? await asked(c, web) : usualOf(list)
      return isProblem(ask) ? ask : { ask, person: staff(c) }
    },
    read: async (web, { ask, person }): Promise<Shown<Row> & More> => {
      const [found, choices, more] = await Promise.all([
        spec.rows(web, person, ask, PAGE_ROWS),
        spec.choices?.(web, person) ?? {},
        spec.more?.(web, person, ask) ?? ({} as More),
      ])
      return { ask, found, choices, ...more }
    },
    draw: spec.draw,
    told: ({ found, ...more }) => ({
      ...{ rows: found.rows.map(recordOf(list)), next: found.next },
      ...spec.told?.(more as unknown as More),
    }),
  })
  const files = exportFormats.map(
    (format): Route =>
      route({
        ...{ method: 'GET', path: exportPath(list.path, format), permission },
        show: async (c, web) => {
          const ask = await asked(c, web)
          if (isProblem(ask)) return answerProblem(c, ask)
          const person = staff(c)
          await tellExported(
            web.desk,
            person,
            exportPath(list.path, format),
            new URL(c.req.url).search,
          )
          const read = (until: ListAsk['until']) =>
            spec.rows(web, person, { ...ask, until }, FILE_ROWS)
          return streamRows(list, format, read)
        },
      }),
  )
  return { ...page, files }
}

/** What a form on the page of a list is answered with, where it is not taken: its first page. */
const usualOf = <Row>({ usual }: List<Row>): ListAsk => ({
  ...{ q: '', ...usual, filters: {}, times: {}, until: null },
})
