import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { read } from '../../commands/input/read'
import { removeView } from '../../commands/views/remove'
import { saveView, viewForm } from '../../commands/views/save'
import { wantsJson } from '../answer'
import { filterNames } from '../filter'
import { staff } from '../person'
import { route } from '../route'
import { cameFrom } from './before'
import { listOfForm } from './bulk'

const text = holding('value', z.string()).optional()
const saveForm = z.strictObject({
  ...viewForm.shape,
  ...Object.fromEntries(['view', ...filterNames].map((name) => [name, text])),
})

/** Keeps a list under a name. */
export const saveViewRoute = route<string>({
  method: 'POST',
  path: paths.workbench.views,
  permission: 'workbench.use',
  form: saveForm,
  run: ({ c, web, input }) => {
    const form = read(saveForm, input)
    if (isProblem(form)) return form
    const query = paths.workbench.list(listOfForm(c, input)).split('?')[1] ?? ''
    return saveView(web.desk, staff(c), { name: form.name, shared: form.shared }, query)
  },
  to: ({ c, input }) => paths.workbench.list(listOfForm(c, input)),
  moves: true,
  made: ({ c }, id) => (wantsJson(c) ? c.json({ id }, 201) : undefined),
})

export const removeViewRoute = route<null>({
  method: 'POST',
  path: paths.workbench.viewRemoval(':id'),
  permission: 'workbench.use',
  run: ({ c, web }) => removeView(web.desk, staff(c), c.req.param('id') ?? ''),
  to: ({ c }) => cameFrom(c),
  moves: true,
})
