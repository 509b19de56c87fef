import { paths } from '../../../views/paths'
import { runForm, runMacro } from '../../commands/macros/run'
import { staff } from '../person'
import { route } from '../route'
import { listBefore } from '../workbench/before'
import { workbenchPages } from '../workbench/page'
import { askAgain } from './wrap-up-page'

const { workbench } = paths

/** Does all that a macro says to a conversation, and back to it. */
export const runMacroRoute = route({
  ...{ method: 'POST', path: workbench.macro(':id', ':macro'), permission: 'macros.run' },
  asks: 'watch',
  ...{ form: runForm, bare: true, moves: true },
  find: (c) => ({
    ...{ person: staff(c), id: c.req.param('id') ?? '', macro: c.req.param('macro') ?? '' },
  }),
  run: ({ c, web, input, subject: { person, id, macro } }) =>
    runMacro(web.desk, person, id, macro, input, { language: c.get('look').language }),
  to: ({ c, subject }) => workbench.conversation(subject.id, listBefore(c)),
  refused: async ({ c, web, subject, input }, problem) =>
    (await askAgain(c, web, subject, { problem, input })) ??
    workbenchPages(web).refused(c, subject.id, problem),
})
