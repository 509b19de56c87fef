import { isProblem } from '../../../actors/problem'
import { CustomerSignInPage, RegisteredPage, RegisterPage } from '../../../views/customers/sign-in'
import { paths } from '../../../views/paths'
import { emailKey } from '../../commands/accounts/email-key'
import { register, registerForm } from '../../commands/customers/register'
import { customerSignInForm, type SignedIn, signInCustomer } from '../../commands/customers/sign-in'
import { endCustomerSessions } from '../../commands/customers/signed-in'
import { hashToken } from '../../commands/tokens'
import { answerProblem, page, seeOther, wantsJson } from '../answer'
import { typed } from '../body'
import { type Ask, visitorLook, type WebContext } from '../context'
import { cookieNames, dropVisitor, keepCookie, layProbe } from '../cookies'
import { unlessBlocked, withCookie } from '../kept-cookie'
import { visitor } from '../person'
import { type Route, route } from '../route'
import { saidWord } from '../said-word'
import { fromOf } from '../session/from'
import { ofCustomers, refusedOf, signedIn, taskFor } from './door'

const { customers: at } = paths
const words = ['signedOut', 'made', 'removed'] as const

const showSignIn = route({
  ...{ ...ofCustomers, method: 'GET', path: at.signIn, secret: true },
  show: async (c, web) => {
    const confirm = c.req.query('confirm') ?? ''
    if (confirm === '' && !isProblem(await signedIn(c, web))) return seeOther(c, at.page)
    layProbe(c, cookieNames(web.config))
    const word = saidWord(c, web, 'after')
    const after = words.find((one) => one === word)
    const look = visitorLook(c)
    const here = confirm === '' ? look.here : at.signInBy(confirm)
    const more = { ...(await taskFor(c, web)), ...(after ? { after } : {}) }
    return page(c, CustomerSignInPage({ ...look, here, confirm, ...more }))
  },
})

/** By which cookie they are known from now on. */
export const keepSignedIn = (c: Ask, web: WebContext, { token }: SignedIn) => {
  web.strangers.visitors.drop(hashToken(token))
  keepCookie(c, cookieNames(web.config), 'visitor', token)
}

/** Who asks until now. */
export const beforeOf = (c: Ask) => ({ person: visitor(c), token: c.get('visitorToken') })

const signIn = route({
  ...{ ...ofCustomers, method: 'POST', path: at.signIn, secret: true },
  form: withCookie(customerSignInForm),
  run: ({ c, web, input }) => {
    const form = unlessBlocked(c, input, c.get('cookies').has(cookieNames(web.config).probe))
    return isProblem(form) ? form : signInCustomer(web.desk, beforeOf(c), form, fromOf(c))
  },
  made: ({ c, web }, outcome) => {
    keepSignedIn(c, web, outcome)
    const { name, email } = outcome.customer
    return wantsJson(c) ? c.json({ name, email }) : seeOther(c, at.page)
  },
  refused: async ({ c, web, input }, problem) => {
    if (problem.reason === 'cookiesBlocked') layProbe(c, cookieNames(web.config))
    const refused = refusedOf(c, input, problem, ['email'])
    const look = { ...visitorLook(c), confirm: typed(input, 'confirm') }
    const task = await taskFor(c, web, emailKey(typed(input, 'email')))
    return answerProblem(c, problem, CustomerSignInPage({ ...look, refused, ...task }))
  },
})

const signOut = route({
  ...{ ...ofCustomers, method: 'POST', path: at.signOut, find: signedIn },
  run: async ({ web, subject: { customer, token } }) => {
    await endCustomerSessions(web.desk, customer, { token })
    return null
  },
  made: ({ c, web }) => {
    dropVisitor(c, cookieNames(web.config))
    return wantsJson(c) ? c.body(null, 204) : seeOther(c, at.signInAfter('signedOut'))
  },
})

const showRegister = route({
  ...{ ...ofCustomers, method: 'GET', path: at.register },
  show: async (c, web) => {
    if (saidWord(c, web, 'sent') !== undefined) return page(c, RegisteredPage(visitorLook(c)))
    if (!isProblem(await signedIn(c, web))) return seeOther(c, at.page)
    return page(c, RegisterPage({ ...visitorLook(c), ...(await taskFor(c, web)) }))
  },
})

const registerRoute = route({
  ...{ ...ofCustomers, method: 'POST', path: at.register, form: registerForm },
  run: ({ c, web, input }) =>
    register(web.desk, input, { ...fromOf(c), language: c.get('look').language }),
  made: ({ c, web }) => {
    if (wantsJson(c)) return c.json({ mailed: web.desk.mails })
    return seeOther(c, web.desk.mails ? at.registered : at.signInAfter('made'))
  },
  refused: async ({ c, web, input }, problem) => {
    const refused = refusedOf(c, input, problem, ['name', 'email', 'consent'])
    const task = await taskFor(c, web)
    return answerProblem(c, problem, RegisterPage({ ...visitorLook(c), refused, ...task }))
  },
})

/** Accounts of visitors: how they are made, and the way in and out. */
export const customerDoorRoutes: readonly Route[] = [
  ...[showRegister, registerRoute],
  ...[showSignIn, signIn, signOut],
]
