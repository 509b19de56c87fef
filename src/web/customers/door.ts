import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Refused } from '../../../views/customers/card'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { shownEmail } from '../../commands/accounts/email-key'
import { signedInBy } from '../../commands/customers/signed-in'
import { isSuspect } from '../../commands/customers/suspicion'
import { newTask } from '../../commands/customers/work'
import { settingsOfDesk } from '../../commands/desk-settings/read'
import { talksOf } from '../../reads/customers/mine'
import type { Reads } from '../../reads/reads'
import type { Customer } from '../../store/ports/customers'
import { answerMissing, answerProblem, seeOther, wantsPage } from '../answer'
import { typed } from '../body'
import { keptAs } from '../chat/start-page'
import { type Ask, visitorLook, type WebContext } from '../context'
import { keepWords } from '../keep-words'
import { visitor } from '../person'

/** While visitors have no accounts here, nothing is at these addresses. */
const whenOff = async (c: Ask, { desk }: WebContext) => {
  if ((await settingsOfDesk(desk, 'customers')).customers) return undefined
  await keepWords(c, desk.clock)
  return answerMissing(c)
}

/** Of every address that is about such accounts. */
export const ofCustomers = { permission: 'anyone', gone: whenOff } as const

/** Who is signed in, by which cookie, and the visitor that they are. */
export type Own = { customer: Customer; token: string; person: Visitor }

/** Who asks, if they are signed in with an account of their own. Problems: unknown `signInFirst`. */
export const signedIn = async (c: Ask, { desk }: WebContext): Promise<Own | Problem> => {
  const [person, token] = [visitor(c), c.get('visitorToken')]
  const customer = person && (await signedInBy(desk, token))
  if (!customer || token === undefined) return new Problem('unknown', 'signInFirst')
  return { customer, token, person }
}

type Show = (c: Ask, web: WebContext, own: Own) => Response | Promise<Response>

/** A page for who is signed in; others are led to where they can be. */
export const forSignedIn =
  (show: Show) =>
  async (c: Ask, web: WebContext): Promise<Response> => {
    const own = await signedIn(c, web)
    if (!isProblem(own)) return show(c, web, own)
    return wantsPage(c) ? seeOther(c, paths.customers.signIn) : answerProblem(c, own)
  }

/** Whose words their browser may keep that are theirs. */
export const wordsOf = async (
  c: Ask,
  reads: Pick<Reads, 'store'>,
  { person }: Own,
): Promise<string[]> => [keptAs(c), ...(await talksOf(reads, person))]

/** The task of a page, where there is reason for one: for who asks, or for the address they typed. */
export const taskFor = async (
  c: Ask,
  { desk }: WebContext,
  key?: string,
): Promise<{ task?: string }> => {
  const suspect = { address: c.get('address')(), ...(key === undefined ? {} : { key }) }
  return (await isSuspect(desk, suspect)) ? { task: newTask(desk) } : {}
}

/** Why a form was not taken, with what of it is shown again: never a password. */
export const refusedOf = (
  c: Ask,
  input: Record<string, unknown>,
  problem: Problem,
  fields: readonly string[],
): Refused => ({
  says: sentenceFor(problem, visitorLook(c).language),
  ...(problem.field && [...fields, ...SECRETS].includes(problem.field)
    ? { field: problem.field }
    : {}),
  typed: Object.fromEntries(fields.map((field) => [field, shownIn(input, field)])),
})
const SECRETS = ['password', 'current_password', 'new_password']

const shownIn = (input: Record<string, unknown>, field: string): string =>
  field === 'email' ? shownEmail(typed(input, field)) : typed(input, field)
