import { isProblem, type Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { ForgotDonePage, ForgotPage, ResetOverPage, ResetPage } from '../../../views/session/reset'
import { sentenceFor } from '../../../views/words'
import { shownEmail } from '../../commands/accounts/email-key'
import {
  askReset,
  forgotForm,
  resetBy,
  resetForm,
  resetPassword,
} from '../../commands/letters/reset'
import { SESSION_LIFE_MS, signIn } from '../../commands/sessions/sign-in'
import { signOut } from '../../commands/sessions/sign-out'
import { answerProblem, page, seeOther, wantsJson } from '../answer'
import { typed } from '../body'
import type { Ask, WebContext } from '../context'
import { cookieNames, keepCookie, layProbe } from '../cookies'
import { unlessBlocked, withCookie } from '../kept-cookie'
import { type Asked, type Route, route } from '../route'

/** Both kinds of people come here, and go back where they came from. */
const done = (isCustomer: boolean) => `${paths.session.forgot}?sent${isCustomer ? '&customer' : ''}`

const showForgot = route({
  ...{ method: 'GET', path: paths.session.forgot, permission: 'anyone' },
  show: (c, { desk }) => {
    const isCustomer = c.req.query('customer') !== undefined
    const look = { ...c.get('look'), isCustomer }
    if (c.req.query('sent') !== undefined) return page(c, ForgotDonePage(look))
    return page(c, ForgotPage({ ...look, mails: desk.mails }))
  },
})

const forgot = route({
  ...{ method: 'POST', path: paths.session.forgot, permission: 'anyone', form: forgotForm },
  run: ({ c, web, input }) => {
    const { language } = c.get('look')
    return askReset(web.desk, input, { address: c.get('address')(), language })
  },
  made: ({ c, input }) =>
    wantsJson(c) ? c.json({ sent: true }) : seeOther(c, done(input.customer === '1')),
  refused: ({ c, web, input }, problem) => {
    const look = { ...c.get('look'), isCustomer: input.customer === '1' }
    const email = shownEmail(typed(input, 'email'))
    const wrong = problemIn(problem, look.language, 'email')
    const again = ForgotPage({ ...look, mails: web.desk.mails, email, problem: wrong })
    return answerProblem(c, problem, again)
  },
})

const problemIn = (problem: Problem, language: 'en' | 'zh', field: string) => ({
  ...{ says: sentenceFor(problem, language), isOfField: problem.field === field },
})

/** The page of a link: the form where it opens, else why it does not. */
const content = async (c: Ask, { desk }: WebContext, token: string, problem?: Problem) => {
  const look = c.get('look')
  const account = await resetBy(desk, token)
  if (isProblem(account)) {
    const says = sentenceFor(account, look.language)
    return { over: account, shown: ResetOverPage({ ...look, here: paths.session.signIn, says }) }
  }
  const { name, email } = account
  const wrong = problem && { problem: problemIn(problem, look.language, 'password') }
  // Words and colours are chosen on the way back to this very page.
  const here = paths.session.resetBy(token)
  return { shown: ResetPage({ ...look, here, token, name, email, ...wrong }) }
}

const showReset = route({
  ...{ method: 'GET', path: paths.session.reset, permission: 'anyone', secret: true },
  passing: true,
  show: async (c, web) => {
    const { over, shown } = await content(c, web, c.req.query('token') ?? '')
    if (over) return answerProblem(c, over, shown)
    layProbe(c, cookieNames(web.config))
    return page(c, shown)
  },
})

/** Who set it is signed in with it, and whoever was signed in here before no more. */
const enter = async ({ c, web, input }: Asked, email: string): Promise<Response> => {
  const [before, token] = [c.get('person'), c.get('sessionToken')]
  if (before && token) await signOut(web.desk, token, before.id)
  const given = { email, password: input.password }
  const signedIn = await signIn(web.desk, given, { address: c.get('address')() })
  if (isProblem(signedIn)) return seeOther(c, paths.session.signIn)
  keepCookie(c, cookieNames(web.config), 'session', signedIn.token, SESSION_LIFE_MS)
  return seeOther(c, paths.workbench.page)
}

const reset = route({
  ...{ method: 'POST', path: paths.session.reset, permission: 'anyone', secret: true },
  form: withCookie(resetForm),
  run: ({ c, web, input }) => {
    const given = unlessBlocked(c, input, c.get('cookies').has(cookieNames(web.config).probe))
    return isProblem(given) ? given : resetPassword(web.desk, given, c.get('address')())
  },
  made: (asked, { email }) => enter(asked, email),
  refused: async ({ c, web, input }, problem) => {
    if (problem.reason === 'cookiesBlocked') layProbe(c, cookieNames(web.config))
    const { over, shown } = await content(c, web, typed(input, 'token'), problem)
    // Why nothing was done comes first; that the link opens nothing either is said where that is why.
    return over && over.reason !== problem.reason
      ? answerProblem(c, problem)
      : answerProblem(c, problem, shown)
  },
})

/** A forgotten password: a link by mail, and another password by that. */
export const resetRoutes: readonly Route[] = [showForgot, forgot, showReset, reset]
