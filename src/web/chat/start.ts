import { isProblem, type Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { hashToken, newToken } from '../../commands/tokens'
import { type Started, start } from '../../commands/visitors/start'
import { startForm } from '../../commands/visitors/start-form'
import { seeOther, wantsJson } from '../answer'
import { typed } from '../body'
import { cookieNames, keepCookie } from '../cookies'
import { unlessBlocked, withCookie } from '../kept-cookie'
import { visitor } from '../person'
import { type Asked, route } from '../route'
import { chatPages } from './page'

/** Begins a conversation; `leaves`: they were told that nobody is there. */
export const startWith = async (
  { c, web, input }: Asked,
  more: { leaves?: true } = {},
): Promise<Started | Problem> => {
  const token = c.get('visitorToken')
  const form = unlessBlocked(c, input, token !== undefined)
  if (isProblem(form)) return form
  return start(web.desk, visitor(c), form, {
    address: c.get('address')(),
    language: c.get('look').language,
    ...(token ? { token } : {}),
    ...more,
  })
}

export const answerStarted = ({ c, web, input }: Asked, { token, conversation }: Started) => {
  // It was nobody's when they asked for the page.
  if (token) web.strangers.visitors.drop(hashToken(token))
  if (token && token !== c.get('visitorToken'))
    keepCookie(c, cookieNames(web.config), 'visitor', token)
  if (wantsJson(c)) return c.json({ conversation }, 201)
  return seeOther(c, `${paths.chat.page}#e-${typed(input, 'client_id')}`)
}

/** The form again, with whatever was typed. */
export const refuseStart = ({ c, web, input }: Asked, problem: Problem) => {
  // Perhaps it only got lost: with another one the next try tells.
  if (problem.reason === 'cookiesBlocked')
    keepCookie(c, cookieNames(web.config), 'visitor', newToken())
  return chatPages(web.desk, web.reads).start(c, { input, problem })
}

export const startChat = route({
  method: 'POST',
  path: paths.chat.page,
  permission: 'anyone',
  form: withCookie(startForm),
  run: (asked) => startWith(asked),
  made: answerStarted,
  refused: refuseStart,
})
