import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, type Problem } from '../../../actors/problem'
import { InvitationOverPage, InvitationPage } from '../../../views/invitation/page'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { acceptInvitation, invitedBy } from '../../commands/accounts/invitation'
import { typedPassword } from '../../commands/accounts/password-rules'
import { read } from '../../commands/input/read'
import { SESSION_LIFE_MS, signIn } from '../../commands/sessions/sign-in'
import { signOut } from '../../commands/sessions/sign-out'
import { answerProblem, page, seeOther } from '../answer'
import { typed } from '../body'
import type { Ask, WebContext } from '../context'
import { cookieNames, keepCookie, layProbe } from '../cookies'
import { unlessBlocked, withCookie } from '../kept-cookie'
import { type Asked, type Route, route } from '../route'
import { fromOf } from '../session/from'

const form = z.strictObject({
  token: holding('value', z.string().max(300)),
  password: typedPassword,
})

/** The page of a link: the form where it opens, else why it does not. */
const content = async (c: Ask, { desk }: WebContext, token: string, problem?: Problem) => {
  const look = c.get('look')
  const account = await invitedBy(desk, token)
  if (isProblem(account)) {
    const says = sentenceFor(account, look.language)
    return { over: account, content: InvitationOverPage({ ...look, says }) }
  }
  const { name, email } = account
  const wrong = problem && {
    problem: { says: sentenceFor(problem, look.language), isOfField: problem.field === 'password' },
  }
  // Words and colours are chosen on the way back to this very page.
  const here = paths.invitationBy(token)
  return { content: InvitationPage({ ...look, here, token, name, email, ...wrong }) }
}

const show = route({
  ...{ method: 'GET', path: paths.invitation, permission: 'anyone', secret: true },
  show: async (c, web) => {
    const { over, content: shown } = await content(c, web, c.req.query('token') ?? '')
    if (over) return answerProblem(c, over, shown)
    layProbe(c, cookieNames(web.config))
    return page(c, shown)
  },
})

/** Who set it is signed in with it, and whoever was signed in here before no more. */
const enter = async ({ c, web, input }: Asked, email: string): Promise<Response> => {
  const [before, token] = [c.get('person'), c.get('sessionToken')]
  if (before && token) await signOut(web.desk, token, before.id)
  const signedIn = await signIn(web.desk, { email, password: input.password }, fromOf(c))
  if (isProblem(signedIn)) return seeOther(c, paths.session.signIn)
  keepCookie(c, cookieNames(web.config), 'session', signedIn.token, SESSION_LIFE_MS)
  return seeOther(c, paths.workbench.page)
}

const accept = route({
  ...{ method: 'POST', path: paths.invitation, permission: 'anyone', secret: true },
  form: withCookie(form),
  run: ({ c, web, input }) => {
    const given = unlessBlocked(c, input, c.get('cookies').has(cookieNames(web.config).probe))
    if (isProblem(given)) return given
    const sent = read(form, given)
    return isProblem(sent) ? sent : acceptInvitation(web.desk, sent, c.get('address')())
  },
  made: (asked, { email }) => enter(asked, email),
  refused: async ({ c, web, input }, problem) => {
    if (problem.reason === 'crossSite') return answerProblem(c, problem)
    if (problem.reason === 'cookiesBlocked') layProbe(c, cookieNames(web.config))
    const { content: shown } = await content(c, web, typed(input, 'token'), problem)
    return answerProblem(c, problem, shown)
  },
})

/** Setting a password of one's own, by a link that opens once. */
export const invitationLinkRoutes: readonly Route[] = [show, accept]
