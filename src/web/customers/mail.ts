import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { limits } from '../../../actors/limits'
import { isProblem, type Problem } from '../../../actors/problem'
import { CustomerResetPage, LinkOverPage, MovePage } from '../../../views/customers/mail'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { customerMoving, isMoved, openMove } from '../../commands/customers/change'
import {
  customerResetBy,
  customerResetForm,
  resetCustomerPassword,
} from '../../commands/customers/reset'
import { enter } from '../../commands/customers/sign-in'
import { read } from '../../commands/input/read'
import { answerProblem, page, seeOther, wantsJson } from '../answer'
import { typed } from '../body'
import { type Ask, visitorLook } from '../context'
import { cookieNames, layProbe } from '../cookies'
import { unlessBlocked, withCookie } from '../kept-cookie'
import { type Route, route } from '../route'
import { fromOf } from '../session/from'
import { ofCustomers, refusedOf } from './door'
import { beforeOf, keepSignedIn } from './sign-in'

const { customers: at } = paths

const answerOver = (c: Ask, problem: Problem) => {
  const look = visitorLook(c)
  const says = sentenceFor(problem, look.language)
  return answerProblem(c, problem, LinkOverPage({ ...look, here: at.signIn, says }))
}

const showReset = route({
  ...{ ...ofCustomers, method: 'GET', path: at.reset, secret: true, passing: true },
  show: async (c, { desk, config }) => {
    const token = c.req.query('token') ?? ''
    const customer = await customerResetBy(desk, token)
    if (isProblem(customer)) return answerOver(c, customer)
    layProbe(c, cookieNames(config))
    // Words and colours are chosen on the way back to this very page.
    const look = { ...visitorLook(c), here: at.resetBy(token) }
    return page(c, CustomerResetPage({ ...look, token, email: customer.email }))
  },
})

const reset = route({
  ...{ ...ofCustomers, method: 'POST', path: at.reset, secret: true },
  form: withCookie(customerResetForm),
  run: async ({ c, web, input }) => {
    const form = unlessBlocked(c, input, c.get('cookies').has(cookieNames(web.config).probe))
    if (isProblem(form)) return form
    const customer = await resetCustomerPassword(web.desk, form, c.get('address')())
    return isProblem(customer) ? customer : enter(web.desk, beforeOf(c), customer, fromOf(c))
  },
  made: ({ c, web }, outcome) => {
    keepSignedIn(c, web, outcome)
    return wantsJson(c) ? c.body(null, 204) : seeOther(c, at.page)
  },
  refused: async ({ c, web, input }, problem) => {
    if (problem.reason === 'cookiesBlocked') layProbe(c, cookieNames(web.config))
    const token = typed(input, 'token')
    const customer = await customerResetBy(web.desk, token)
    if (isProblem(customer)) return answerOver(c, problem)
    const look = { ...visitorLook(c), here: at.resetBy(token) }
    const refused = refusedOf(c, input, problem, [])
    return answerProblem(
      c,
      problem,
      CustomerResetPage({ ...look, token, email: customer.email, refused }),
    )
  },
})

const moveForm = z.strictObject({
  token: holding('value', z.string().max(300)),
  /** As the link has it: the token proves that it is theirs to choose. */
  address: holding('value', z.string().max(limits.email * 4)),
})

const showMove = route({
  ...{ ...ofCustomers, method: 'GET', path: at.move, secret: true, passing: true },
  show: async (c, { desk }) => {
    const [token = '', address = ''] = [c.req.query('token'), c.req.query('address')]
    // The address is that of the link, which the token signs: nobody else chooses what stands here.
    const customer = await customerMoving(desk, { token, address })
    if (isProblem(customer)) return answerOver(c, customer)
    const look = { ...visitorLook(c), here: at.moveBy(token, address) }
    return page(c, MovePage({ ...look, token, email: address, isDone: isMoved(customer, address) }))
  },
})

const move = route({
  ...{ ...ofCustomers, method: 'POST', path: at.move, form: moveForm, secret: true },
  run: async ({ web, input }) => {
    const form = read(moveForm, input)
    if (isProblem(form)) return form
    const wrong = await openMove(web.desk, { token: form.token, address: form.address })
    return wrong ?? form
  },
  made: ({ c }, { token, address }) =>
    wantsJson(c) ? c.json({ email: address }) : seeOther(c, at.moveBy(token, address)),
  refused: ({ c }, problem) => answerOver(c, problem),
})

/** Where the mails to customers lead. */
export const customerMailRoutes: readonly Route[] = [showReset, reset, showMove, move]
