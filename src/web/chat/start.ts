import { paths } from '../../../views/paths'
import { start, startForm } from '../../commands/visitors/start'
import { seeOther, wantsJson } from '../answer'
import { typed } from '../body'
import { cookieNames, keepCookie } from '../cookies'
import { visitor } from '../person'
import { route } from '../route'
import { chatPages } from './page'

export const startChat = route({
  method: 'POST',
  path: paths.chat.page,
  permission: 'anyone',
  form: startForm,
  run: ({ c, web, input }) => {
    const token = c.get('visitorToken')
    return start(web.desk, visitor(c), input, {
      address: c.get('address')(),
      language: c.get('look').language,
      ...(token ? { token } : {}),
    })
  },
  made: ({ c, web, input }, { token, conversation }) => {
    if (token && token !== c.get('visitorToken'))
      keepCookie(c, cookieNames(web.config), 'visitor', token)
    if (wantsJson(c)) return c.json({ conversation }, 201)
    return seeOther(c, `${paths.chat.page}#e-${typed(input, 'client_id')}`)
  },
  refused: ({ c, web, input }, problem) =>
    chatPages(web.desk, web.reads).start(c, { input, problem }),
})
