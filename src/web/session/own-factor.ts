import { isProblem, Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { type Common, FactorPage, OwnFactorPage } from '../../../views/session/factor'
import { sentenceFor, wordsIn } from '../../../views/words'
import { appAddress } from '../../commands/factors/app'
import { isForced } from '../../commands/factors/force'
import { isFresh } from '../../commands/factors/prove'
import { type OwnSession, offeredSecret, offerFactor } from '../../commands/factors/set'
import { confinedBy } from '../../commands/sessions/confined'
import { answerProblem } from '../answer'
import { typed } from '../body'
import type { Ask, WebContext } from '../context'
import { cameFrom } from '../gate/identify'
import { safeNext } from '../next'
import type { Asked } from '../route'
import { qrOf } from './qr'

const { session } = paths

/** Who asks at the page of their own second factor, and whether nothing else opens for them. */
export type Own = OwnSession & { isConfined: boolean }

/** Somebody of the desk, or who gets no further without a second factor. Problems: unknown `signInFirst`. */
export const own = async (c: Ask, { desk }: WebContext): Promise<Own | Problem> => {
  const [person, token] = [c.get('person'), c.get('sessionToken')]
  const known = person?.kind === 'staff' ? await desk.store.accounts.byId(person.id) : undefined
  const account = known ?? (await confinedBy(desk, token))
  if (!account || token === undefined) return new Problem('unknown', 'signInFirst')
  const doer = { id: account.id, name: account.name, from: cameFrom(c) }
  return { account, token, doer, isConfined: known === undefined }
}

/** The same for what a second factor was shown for already. Problems: unknown `signInFirst` | `factorFirst`. */
export const ownIn = async (c: Ask, web: WebContext): Promise<Own | Problem> => {
  const one = await own(c, web)
  return !isProblem(one) && one.isConfined ? new Problem('unknown', 'factorFirst') : one
}

/** Which of the page's forms was refused, and what stood in it. */
type RefusedForm = { form: string; problem: Problem; offer: string; next: string; typed: string }

/** What they have set up, or what their app may read. */
export const ownFactorPage = async (c: Ask, web: WebContext, one: Own, refusal?: RefusedForm) => {
  const { desk } = web
  const { id, email, role } = one.account
  const shared = await commonOf(c, web, one, refusal)
  if (await desk.store.factors.find(id)) {
    const [codesLeft, forced] = await Promise.all([
      desk.store.factors.countCodes(id),
      isForced(desk, role),
    ])
    return OwnFactorPage({ ...shared, codesLeft, isForced: forced })
  }
  const before = refusal && offeredSecret(desk, id, refusal.offer)
  const { secret, offer } =
    refusal && before ? { secret: before, offer: refusal.offer } : offerFactor(desk, id)
  const brand = shared.brand ?? wordsIn(shared.language).common.brand
  const qr = qrOf(appAddress(secret, brand, email))
  return FactorPage({ ...shared, isConfined: one.isConfined, qr, secret, offer })
}

const commonOf = async (
  c: Ask,
  { desk }: WebContext,
  { account, token }: Own,
  refusal: RefusedForm | undefined,
): Promise<Common> => {
  const look = c.get('look')
  const next = safeNext(refusal ? refusal.next : c.req.query('next'))
  const said = refusal ? undefined : c.req.query('said')
  const refused = refusal && {
    ...{ says: sentenceFor(refusal.problem, look.language), form: refusal.form },
    field: refusal.problem.field,
  }
  return {
    ...{ ...look, here: session.factorAfter(next), email: account.email },
    asks: !(await isFresh(desk, account.id, token)),
    passkeys: await desk.store.passkeys.of(account.id),
    ...(next ? { next } : {}),
    ...(refused ? { refused, typed: refusal.typed } : {}),
    ...(said === 'added' || said === 'removed' ? { said } : {}),
  }
}

/** A form of the page that was not taken: the page again, with why. */
export const againOn =
  (form: string) =>
  async ({ c, web, input, subject }: Asked<Own>, problem: Problem): Promise<Response> => {
    const refusal = {
      ...{ form, problem, offer: typed(input, 'offer'), next: typed(input, 'next') },
      typed: typed(input, 'name'),
    }
    return answerProblem(c, problem, await ownFactorPage(c, web, subject, refusal))
  }
