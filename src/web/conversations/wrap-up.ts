import { isMacroFor } from '../../../actors/canned/macro'
import { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { answerProblem, page, wantsJson } from '../answer'
import type { Route } from '../route'
import { conversationPage } from './verb'
import { asking, wrapUpPage } from './wrap-up-page'

/** What is filled in before one ends, or after, on a page that needs no script. */
export const showWrapUp: Route = conversationPage({
  path: paths.workbench['wrap-up'],
  show: async (c, web, { person, row }) => {
    const macro = c.req.query('macro')
    const known = macro === undefined ? undefined : await web.desk.store.macros.find(macro)
    if (macro !== undefined && !(known && isMacroFor(known, person)))
      return answerProblem(c, new Problem('missing', 'missing'))
    const asked = await asking(c, web, row, known?.id)
    if (wantsJson(c)) return c.json({ wrap_up: row.wrapUp, fields: asked.fields })
    if (asked.fields.length === 0) return answerProblem(c, new Problem('conflict', 'nothingAsked'))
    return page(c, wrapUpPage(c, row, asked))
  },
})
