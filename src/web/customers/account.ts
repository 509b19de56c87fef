import type { z } from 'zod'
import type { Problem } from '../../../actors/problem'
import {
  type AccountForm,
  AccountPage,
  type AccountProps,
  type AccountSaid,
} from '../../../views/customers/account'
import { paths } from '../../../views/paths'
import {
  changeCustomerPassword,
  customerEmailForm,
  customerNameForm,
  customerPasswordForm,
  moveCustomer,
  renameCustomer,
} from '../../commands/customers/change'
import { customerRemovalForm, removeCustomer } from '../../commands/customers/remove'
import { endCustomerSessions } from '../../commands/customers/signed-in'
import { markOf } from '../../commands/sessions/end'
import { hashToken } from '../../commands/tokens'
import { answerProblem, page, seeOther, wantsJson } from '../answer'
import { type Ask, visitorLook, type WebContext } from '../context'
import { cookieNames, dropVisitor } from '../cookies'
import { type Asked, type Route, route } from '../route'
import { saidWord } from '../said-word'
import { forSignedIn, type Own, ofCustomers, refusedOf, signedIn, wordsOf } from './door'

const { customers: at } = paths
const saids: readonly AccountSaid[] = ['saved', 'mailed', 'password', 'ended']

const read = async ({ desk }: WebContext, { customer, token }: Own) => {
  const { customers } = desk.store
  // As they are now: one of its forms may just have changed them.
  const { name, email } = (await customers.byId(customer.id)) ?? customer
  const sessions = (await customers.sessionsOf(customer.id, desk.clock.now())).map((one) => ({
    ...{ mark: markOf(one), browser: one.browser, since: one.createdAt },
    isThis: one.tokenHash === hashToken(token),
  }))
  return { name, email, sessions, mails: desk.mails }
}

const draw = async (c: Ask, web: WebContext, own: Own, more: Partial<AccountProps> = {}) => {
  const words = { wordsOf: await wordsOf(c, web.reads, own) }
  return AccountPage({ ...visitorLook(c), ...(await read(web, own)), ...words, ...more })
}

const show = route({
  ...{ ...ofCustomers, method: 'GET', path: at.account },
  show: forSignedIn(async (c, web, own) => {
    if (wantsJson(c)) return c.json(await read(web, own))
    const word = saidWord(c, web, 'said')
    const said = saids.find((one) => one === word)
    return page(c, await draw(c, web, own, said ? { said } : {}))
  }),
})

type Verb<Outcome> = {
  path: string
  name: AccountForm
  form: z.ZodObject
  /** The fields that are shown again where it is refused. */
  shows: readonly string[]
  run: (asked: Asked<Own>) => Promise<Outcome | Problem>
  said: (outcome: Outcome) => AccountSaid
}

/** A form of the page; refused, the page comes again with what was typed. */
const verb = <Outcome>({ path, name, form, shows, run, said }: Verb<Outcome>): Route =>
  route<Outcome, Own>({
    ...{ ...ofCustomers, method: 'POST', path, form, find: signedIn, run },
    made: async ({ c, web, subject }, outcome) =>
      wantsJson(c) ? c.json(await read(web, subject)) : seeOther(c, at.accountAfter(said(outcome))),
    refused: async ({ c, web, input, subject }, problem) => {
      const refused = { ...refusedOf(c, input, problem, shows), form: name }
      return answerProblem(c, problem, await draw(c, web, subject, { refused }))
    },
  })

const rename = verb({
  ...{ path: at.account, name: 'name', form: customerNameForm, shows: ['name'] },
  run: ({ web, input, subject }) => renameCustomer(web.desk, subject.customer, input),
  said: () => 'saved',
})

const move = verb({
  ...{ path: at.email, name: 'email', form: customerEmailForm, shows: ['email'] },
  run: ({ c, web, input, subject }) =>
    moveCustomer(web.desk, subject.customer, input, c.get('look').language),
  said: (outcome) => (outcome === 'mailed' ? 'mailed' : 'saved'),
})

const password = verb({
  ...{ path: at.password, name: 'password', form: customerPasswordForm, shows: [] },
  run: ({ web, input, subject: { customer, token } }) =>
    changeCustomerPassword(web.desk, customer, token, input),
  said: () => 'password',
})

/** One of their sessions, or all but this one, is over. */
const ends = [
  { path: at.sessionRemoval(':mark'), which: (c: Ask) => ({ mark: c.req.param('mark') ?? '' }) },
  { path: at.sessionsRemoval, which: (_: Ask, token: string) => ({ but: token }) },
].map(({ path, which }) =>
  route<number, Own>({
    ...{ ...ofCustomers, method: 'POST', path, find: signedIn },
    run: ({ c, web, subject: { customer, token } }) =>
      endCustomerSessions(web.desk, customer, which(c, token)),
    to: () => at.accountAfter('ended'),
  }),
)

const remove = route<null, Own>({
  ...{ ...ofCustomers, method: 'POST', path: at.removal, form: customerRemovalForm },
  find: signedIn,
  run: ({ web, input, subject }) => removeCustomer(web.desk, subject.customer, input),
  made: ({ c, web }) => {
    dropVisitor(c, cookieNames(web.config))
    return wantsJson(c) ? c.body(null, 204) : seeOther(c, at.signInAfter('removed'))
  },
  refused: async ({ c, web, input, subject }, problem) => {
    const refused = { ...refusedOf(c, input, problem, ['confirmation']), form: 'removal' as const }
    return answerProblem(c, problem, await draw(c, web, subject, { refused }))
  },
})

/** What a customer can do to their account. */
export const accountRoutes: readonly Route[] = [show, rename, move, password, ...ends, remove]
