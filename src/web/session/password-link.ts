import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, type Problem } from '../../../actors/problem'
import type { PageContext } from '../../../views/page-context'
import type { PasswordLink } from '../../../views/parts/new-password-form'
import { sentenceFor } from '../../../views/words'
import { typedPassword } from '../../commands/accounts/password-rules'
import type { Desk } from '../../commands/desk'
import { read } from '../../commands/input/read'
import type { Account } from '../../store/ports/accounts'
import { answerProblem, page } from '../answer'
import { typed } from '../body'
import type { Ask, WebContext } from '../context'
import { cookieNames, layProbe } from '../cookies'
import { unlessBlocked, withCookie } from '../kept-cookie'
import { type Route, route } from '../route'
import { enter } from './begin'

const form = z.strictObject({
  token: holding('value', z.string().max(300)),
  password: typedPassword,
})

/** A link by which somebody sets a password of their own, once. */
type Kind = {
  path: string
  /** The page of a token. */
  at: (token: string) => string
  /** Whose it is, while it opens. */
  whose: (desk: Desk, token: string) => Promise<Account | Problem>
  set: (desk: Desk, sent: z.output<typeof form>, address: string) => Promise<Account | Problem>
  draw: (page: PageContext & PasswordLink) => Child
  /** Of one that opens no more: `says` why. */
  drawOver: (page: PageContext & { says: string }) => Child
}

/** The page of a link, and what it sends. Who has set their password by it is signed in. */
export const passwordLinkRoutes = (kind: Kind): readonly Route[] => {
  const common = { path: kind.path, permission: 'anyone', secret: true } as const
  /** The form where it opens, else why it does not. */
  const content = async (c: Ask, { desk }: WebContext, token: string, problem?: Problem) => {
    const look = c.get('look')
    const account = await kind.whose(desk, token)
    if (isProblem(account)) {
      const says = sentenceFor(account, look.language)
      return { over: account, shown: kind.drawOver({ ...look, says }) }
    }
    const { name, email } = account
    const says = problem && sentenceFor(problem, look.language)
    const wrong = says && { problem: { says, isOfField: problem.field === 'password' } }
    // Words and colours are chosen on the way back to this very page.
    return { shown: kind.draw({ ...look, here: kind.at(token), token, name, email, ...wrong }) }
  }
  const show = route({
    ...{ ...common, method: 'GET', passing: true },
    show: async (c, web) => {
      const { over, shown } = await content(c, web, c.req.query('token') ?? '')
      if (over) return answerProblem(c, over, shown)
      layProbe(c, cookieNames(web.config))
      return page(c, shown)
    },
  })
  const set = route({
    ...{ ...common, method: 'POST', form: withCookie(form) },
    run: ({ c, web, input }) => {
      const given = unlessBlocked(c, input, c.get('cookies').has(cookieNames(web.config).probe))
      const sent = isProblem(given) ? given : read(form, given)
      return isProblem(sent) ? sent : kind.set(web.desk, sent, c.get('address')())
    },
    made: (asked, { email }) => enter(asked, { email, password: asked.input.password }),
    refused: async ({ c, web, input }, problem) => {
      if (problem.reason === 'crossSite') return answerProblem(c, problem)
      if (problem.reason === 'cookiesBlocked') layProbe(c, cookieNames(web.config))
      const { over, shown } = await content(c, web, typed(input, 'token'), problem)
      // Why nothing was done comes first; that the link opens nothing either is said where that is why.
      return over && over.reason !== problem.reason
        ? answerProblem(c, problem)
        : answerProblem(c, problem, shown)
    },
  })
  return [show, set]
}
