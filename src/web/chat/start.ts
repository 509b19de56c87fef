import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { hashToken, newToken } from '../../commands/tokens'
import { start, startForm } from '../../commands/visitors/start'
import { seeOther, wantsJson } from '../answer'
import { typed } from '../body'
import { cookieNames, keepCookie } from '../cookies'
import { unlessBlocked, withCookie } from '../kept-cookie'
import { visitor } from '../person'
import { route } from '../route'
import { chatPages } from './page'

export const startChat = route({
  method: 'POST',
  path: paths.chat.page,
  permission: 'anyone',
  form: withCookie(startForm),
  run: ({ c, web, input }) => {
    const token = c.get('visitorToken')
    const form = unlessBlocked(c, input, token !== undefined)
    if (isProblem(form)) return form
    return start(web.desk, visitor(c), form, {
      address: c.get('address')(),
      language: c.get('look').language,
      ...(token ? { token } : {}),
    })
  },
  made: ({ c, web, input }, { token, conversation }) => {
    // It was nobody's when they asked for the page.
    if (token) web.strangers.visitors.drop(hashToken(token))
    if (token && token !== c.get('visitorToken'))
      keepCookie(c, cookieNames(web.config), 'visitor', token)
    if (wantsJson(c)) return c.json({ conversation }, 201)
    return seeOther(c, `${paths.chat.page}#e-${typed(input, 'client_id')}`)
  },
  refused: ({ c, web, input }, problem) => {
    // Perhaps it only got lost: with another one the next try tells.
    if (problem.reason === 'cookiesBlocked')
      keepCookie(c, cookieNames(web.config), 'visitor', newToken())
    return chatPages(web.desk, web.reads).start(c, { input, problem })
  },
})
