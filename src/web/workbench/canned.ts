import { isProblem } from '../../../actors/problem'
import { cannedOfOne } from '../../../views/office/canned'
import { paths } from '../../../views/paths'
import { CannedChoicePage } from '../../../views/workbench/canned/page'
import { CannedPanel } from '../../../views/workbench/canned/panel'
import { useCanned } from '../../commands/canned/write'
import { find } from '../../commands/conversations/access'
import { readCanned } from '../../reads/canned'
import { answerProblem, isHtmx, page, wantsJson } from '../answer'
import type { Ask, WebContext } from '../context'
import { cannedPages, questionIn } from '../office/canned'
import { staff } from '../person'
import { type Route, route } from '../route'

const { workbench } = paths
const own = cannedPages(cannedOfOne, 'canned.write')

/** What can be put into a message of a conversation: a panel, a page, or data for a program. */
const answerChoices = async (c: Ask, { desk }: WebContext): Promise<Response> => {
  const person = staff(c)
  const id = c.req.query('conversation')
  const row = id === undefined ? null : await find(desk, person, id)
  if (isProblem(row)) return answerProblem(c, row)
  const look = c.get('look')
  const asked = { q: questionIn(c), row, language: look.language }
  const found = await readCanned(desk.store, person, asked)
  if (wantsJson(c)) {
    const canned = found.choices.map(({ pieces: _, ...choice }) => choice)
    return c.json({ canned, all: found.all })
  }
  const props = { ...found, language: look.language }
  return page(
    c,
    isHtmx(c) ? CannedPanel(props) : CannedChoicePage({ ...look, ...props, reader: person }),
  )
}

/** Without a conversation a page is that of one's own, where they are kept. */
const showCanned = route({
  ...{ method: 'GET', path: workbench.canned, permission: 'canned.write' },
  show: (c, web) =>
    c.req.query('conversation') === undefined && !isHtmx(c) && !wantsJson(c)
      ? own.list.show.answer(c, web)
      : answerChoices(c, web),
})

const used = route({
  ...{ method: 'POST', path: workbench.cannedUse(':id'), permission: 'canned.write' },
  find: (c) => ({ person: staff(c), id: c.req.param('id') ?? '' }),
  run: ({ web, subject: { person, id } }) => useCanned(web.desk, person, id),
})

/** Canned replies beside the workbench: to use them, and to keep one's own. */
export const cannedRoutes: readonly Route[] = [showCanned, own.creation, ...own.ofOne, used]
