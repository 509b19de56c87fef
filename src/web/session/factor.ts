import { isProblem, Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { CodesPage, FactorPage, OwnFactorPage } from '../../../views/session/factor'
import { sentenceFor, wordsIn } from '../../../views/words'
import { appAddress } from '../../commands/factors/app'
import { isForced } from '../../commands/factors/force'
import { dropFactor, ownFactorForm, renewCodes } from '../../commands/factors/own'
import { isFresh } from '../../commands/factors/prove'
import {
  factorForm,
  type OwnSession,
  offeredSecret,
  offerFactor,
  setFactor,
} from '../../commands/factors/set'
import { confinedBy } from '../../commands/sessions/confined'
import { hashToken } from '../../commands/tokens'
import { answerProblem, page, seeOther, wantsJson } from '../answer'
import { typed } from '../body'
import type { Ask, WebContext } from '../context'
import { cookieNames, dropSession } from '../cookies'
import { cameFrom } from '../gate/identify'
import { safeNext } from '../next'
import { type Asked, type Route, route } from '../route'
import { qrOf } from './qr'

const { session } = paths
const common = { permission: 'anyone', secret: true } as const

type Own = OwnSession & { isConfined: boolean }

/** Who asks: somebody of the desk, or who gets no further without a second factor. */
const own = async (c: Ask, { desk }: WebContext): Promise<Own | Problem> => {
  const [person, token] = [c.get('person'), c.get('sessionToken')]
  const known = person?.kind === 'staff' ? await desk.store.accounts.byId(person.id) : undefined
  const account = known ?? (await confinedBy(desk, token))
  if (!account || token === undefined) return new Problem('unknown', 'signInFirst')
  const doer = { id: account.id, name: account.name, from: cameFrom(c) }
  return { account, token, doer, isConfined: known === undefined }
}

/** The same for what a second factor was shown for already. */
const ownIn = async (c: Ask, web: WebContext): Promise<Own | Problem> => {
  const one = await own(c, web)
  return !isProblem(one) && one.isConfined ? new Problem('unknown', 'factorFirst') : one
}

type Refusal = { problem: Problem; form?: 'codes' | 'removal'; offer?: string; next?: string }

/** What they have set up, or what their app may read. */
const content = async (c: Ask, web: WebContext, one: Own, refusal?: Refusal) => {
  const { desk } = web
  const look = c.get('look')
  const { account, token, isConfined } = one
  const { id, email, role } = account
  const next = safeNext(refusal?.next ?? c.req.query('next'))
  const problem = refusal?.problem
  const refused = problem && { says: sentenceFor(problem, look.language), field: problem.field }
  const shared = {
    ...{ ...look, here: session.factorAfter(next), email },
    asks: !(await isFresh(desk, id, token)),
    ...(next ? { next } : {}),
    ...(refused ? { refused } : {}),
  }
  if (await desk.store.factors.find(id)) {
    const [codesLeft, forced] = await Promise.all([
      desk.store.factors.countCodes(id),
      isForced(desk, role),
    ])
    const form = refusal?.form ? { form: refusal.form } : {}
    return OwnFactorPage({ ...shared, codesLeft, isForced: forced, ...form })
  }
  const before = refusal?.offer && offeredSecret(desk, id, refusal.offer)
  const { secret, offer } = before
    ? { secret: before, offer: refusal?.offer ?? '' }
    : offerFactor(desk, id)
  const brand = look.brand ?? wordsIn(look.language).common.brand
  const qr = qrOf(appAddress(secret, brand, email))
  return FactorPage({ ...shared, isConfined, qr, secret, offer })
}

const show = route({
  ...{ ...common, method: 'GET', path: session.factor },
  show: async (c, web) => {
    const one = await own(c, web)
    if (isProblem(one))
      return wantsJson(c)
        ? answerProblem(c, one)
        : seeOther(c, session.signInFor(session.factor, c.get('sessionToken') !== undefined))
    const { account, token, isConfined } = one
    const isSet = (await web.desk.store.factors.find(account.id)) !== undefined
    if (wantsJson(c)) {
      const codes = isSet ? await web.desk.store.factors.countCodes(account.id) : 0
      return c.json({ second_factor: isSet, recovery_codes: codes })
    }
    // It was set up elsewhere meanwhile: who comes in shows it.
    if (isConfined && isSet) {
      await web.desk.store.accounts.closeSession(hashToken(token))
      dropSession(c, cookieNames(web.config), token)
      return seeOther(c, session.signInOver)
    }
    return page(c, await content(c, web, one))
  },
})

/** Their recovery codes, as the answer itself: they are nowhere else. */
const shown = (
  { c, input }: Asked<Own>,
  { account }: Own,
  codes: readonly string[],
  hasEnded: boolean,
): Response => {
  if (wantsJson(c)) return c.json({ recovery_codes: codes }, 201)
  const next = safeNext(input.next) ?? paths.workbench.me
  const look = { ...c.get('look'), here: session.factor }
  return page(c, CodesPage({ ...look, email: account.email, codes, next, hasEnded }), 201)
}

const again =
  (form?: 'codes' | 'removal') =>
  async ({ c, web, input, subject }: Asked<Own>, problem: Problem): Promise<Response> => {
    const offer = typed(input, 'offer')
    const next = typed(input, 'next')
    const refusal = { problem, offer, next, ...(form ? { form } : {}) }
    return answerProblem(c, problem, await content(c, web, subject, refusal))
  }

const set = route<readonly string[], Own>({
  ...{ ...common, method: 'POST', path: session.factor, form: factorForm, find: own },
  run: ({ web, input, subject }) => setFactor(web.desk, subject, input),
  made: (asked, codes) => {
    // Until now it was nobody's.
    asked.web.strangers.sessions.drop(hashToken(asked.subject.token))
    return shown(asked, asked.subject, codes, true)
  },
  refused: again(),
})

const renew = route<readonly string[], Own>({
  ...{ ...common, method: 'POST', path: session.factorCodes, form: ownFactorForm, find: ownIn },
  ...{ bare: true },
  run: ({ web, input, subject }) => renewCodes(web.desk, subject, input),
  made: (asked, codes) => shown(asked, asked.subject, codes, false),
  refused: again('codes'),
})

const drop = route<null, Own>({
  ...{ ...common, method: 'POST', path: session.factorRemoval, form: ownFactorForm, find: ownIn },
  ...{ bare: true },
  run: ({ web, input, subject }) => dropFactor(web.desk, subject, input),
  made: ({ c }) =>
    wantsJson(c) ? c.body(null, 204) : seeOther(c, paths.office.after(paths.workbench.me, 'factorOff')),
  refused: again('removal'),
})

/** Somebody's own second factor: set up, changed, turned off. */
export const factorRoutes: readonly Route[] = [show, set, renew, drop]
