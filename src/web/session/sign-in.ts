import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { SignInPage } from '../../../views/session/sign-in'
import { sentenceFor } from '../../../views/words'
import { shownEmail } from '../../commands/accounts/email-key'
import { signIn, signInForm } from '../../commands/sessions/sign-in'
import { answerProblem } from '../answer'
import { typed } from '../body'
import { cookieNames, layProbe } from '../cookies'
import { unlessBlocked, withCookie } from '../kept-cookie'
import { safeNext } from '../next'
import { route } from '../route'
import { goIn } from './begin'
import { fromOf } from './from'
import { signInServices } from './services'

export const signInRoute = route({
  method: 'POST',
  path: paths.session.signIn,
  permission: 'anyone',
  form: withCookie(signInForm),
  run: ({ c, web, input }) => {
    const form = unlessBlocked(c, input, c.get('cookies').has(cookieNames(web.config).probe))
    if (isProblem(form)) return form
    return signIn(web.desk, form, fromOf(c))
  },
  made: (asked, came) => goIn(asked, came, safeNext(asked.input.next)),
  refused: async ({ c, web, input }, refusal) => {
    if (refusal.reason === 'cookiesBlocked') layProbe(c, cookieNames(web.config))
    const problem = sentenceFor(refusal, c.get('look').language)
    const email = shownEmail(typed(input, 'email'))
    const next = safeNext(input.next)
    const services = await signInServices(web.desk)
    const look = c.get('look')
    return answerProblem(c, refusal, SignInPage({ ...look, email, next, problem, services }))
  },
})
