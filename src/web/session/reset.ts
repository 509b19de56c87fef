import type { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { ForgotDonePage, ForgotPage, ResetOverPage, ResetPage } from '../../../views/session/reset'
import { sentenceFor } from '../../../views/words'
import { shownEmail } from '../../commands/accounts/email-key'
import { askReset, forgotForm, resetBy, resetPassword } from '../../commands/letters/reset'
import { answerProblem, page, seeOther, wantsJson } from '../answer'
import { typed } from '../body'
import { type Route, route } from '../route'
import { saidWord } from '../said-word'
import { passwordLinkRoutes } from './password-link'

/** Both kinds of people come here, and go back where they came from. */
const done = (isCustomer: boolean) => `${paths.session.forgot}?sent${isCustomer ? '&customer' : ''}`

const showForgot = route({
  ...{ method: 'GET', path: paths.session.forgot, permission: 'anyone' },
  show: (c, web) => {
    const isCustomer = c.req.query('customer') !== undefined
    const look = { ...c.get('look'), isCustomer }
    if (saidWord(c, web, 'sent') !== undefined) return page(c, ForgotDonePage(look))
    return page(c, ForgotPage({ ...look, mails: web.desk.mails }))
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

const byLink = passwordLinkRoutes({
  path: paths.session.reset,
  at: paths.session.resetBy,
  whose: resetBy,
  set: resetPassword,
  draw: ResetPage,
  drawOver: (shown) => ResetOverPage({ ...shown, here: paths.session.signIn }),
})

/** A forgotten password: a link by mail, and another password by that. */
export const resetRoutes: readonly Route[] = [showForgot, forgot, ...byLink]
