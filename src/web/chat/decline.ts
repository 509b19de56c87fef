import { z } from 'zod'
import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { read } from '../../commands/input/read'
import { declineInvitation } from '../../commands/visitors/invite'
import { visitor } from '../person'
import { route } from '../route'

const declineForm = z.strictObject({ answer: z.literal('no') })

/** A visitor would rather not chat now: who asks is told so, and nobody asks again soon. */
export const declineInChat = route({
  method: 'POST',
  path: paths.chat.invitation,
  permission: 'visitor',
  form: declineForm,
  run: ({ c, web, input }) => {
    const form = read(declineForm, input)
    const person = visitor(c)
    if (isProblem(form)) return form
    return person ? declineInvitation(web.desk, person.id) : null
  },
  to: () => paths.chat.page,
})
