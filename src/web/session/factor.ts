import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { CodesPage } from '../../../views/session/factor'
import { dropFactor, ownFactorForm, renewCodes } from '../../commands/factors/own'
import { factorForm, setFactor } from '../../commands/factors/set'
import { hashToken } from '../../commands/tokens'
import { answerProblem, page, seeOther, wantsJson } from '../answer'
import type { WebContext } from '../context'
import { safeNext } from '../next'
import { type Asked, type Route, route } from '../route'
import { againOn, type Own, own, ownFactorPage, ownIn } from './own-factor'

const { session } = paths
const common = { permission: 'anyone', secret: true } as const

/** What a program is told of it. */
const told = async ({ desk }: WebContext, { account: { id } }: Own) => {
  const [factor, codes, passkeys] = await Promise.all([
    ...[desk.store.factors.find(id), desk.store.factors.countCodes(id), desk.store.passkeys.of(id)],
  ] as const)
  return {
    second_factor: factor !== undefined,
    recovery_codes: codes,
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt })),
  }
}

const show = route({
  ...{ ...common, method: 'GET', path: session.factor },
  show: async (c, web) => {
    const one = await own(c, web)
    if (isProblem(one))
      return wantsJson(c)
        ? answerProblem(c, one)
        : seeOther(c, session.signInFor(session.factor, c.get('sessionToken') !== undefined))
    if (wantsJson(c)) return c.json(await told(web, one))
    return page(c, await ownFactorPage(c, web, one))
  },
})

/** Their recovery codes, as the answer itself: they are nowhere else. */
const shown = (
  { c, input, subject }: Asked<Own>,
  codes: readonly string[],
  hasEnded: boolean,
): Response => {
  if (wantsJson(c)) return c.json({ recovery_codes: codes }, 201)
  const next = safeNext(input.next) ?? paths.workbench.me
  const look = { ...c.get('look'), here: session.factor }
  const { email } = subject.account
  return page(c, CodesPage({ ...look, email, codes, next, hasEnded }), 201)
}

const set = route<readonly string[], Own>({
  ...{ ...common, method: 'POST', path: session.factor, form: factorForm, find: own },
  run: ({ web, input, subject }) => setFactor(web.desk, subject, input),
  made: (asked, codes) => {
    // Until now it was nobody's.
    asked.web.strangers.sessions.drop(hashToken(asked.subject.token))
    return shown(asked, codes, true)
  },
  refused: againOn('app'),
})

const renew = route<readonly string[], Own>({
  ...{ ...common, method: 'POST', path: session.factorCodes, form: ownFactorForm, find: ownIn },
  bare: true,
  run: ({ web, input, subject }) => renewCodes(web.desk, subject, input),
  made: (asked, codes) => shown(asked, codes, false),
  refused: againOn('codes'),
})

const drop = route<null, Own>({
  ...{ ...common, method: 'POST', path: session.factorRemoval, form: ownFactorForm, find: ownIn },
  bare: true,
  run: ({ web, input, subject }) => dropFactor(web.desk, subject, input),
  made: ({ c }) =>
    wantsJson(c)
      ? c.body(null, 204)
      : seeOther(c, paths.office.after(paths.workbench.me, 'factorOff')),
  refused: againOn('removal'),
})

/** Somebody's own second factor: set up, changed, turned off. */
export const factorRoutes: readonly Route[] = [show, set, renew, drop]
