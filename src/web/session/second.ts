import { isProblem, type Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { SecondPage } from '../../../views/session/second'
import { sentenceFor } from '../../../views/words'
import { halfIn, halfMark } from '../../commands/sessions/half'
import { secondForm, signInBySecond } from '../../commands/sessions/second'
import { answerProblem, page, seeOther, wantsPage } from '../answer'
import { typed } from '../body'
import type { Ask, WebContext } from '../context'
import { cookieNames, dropBegun, valuesOf } from '../cookies'
import { safeNext } from '../next'
import { type Route, route } from '../route'
import { beginSession } from './begin'
import { fromOf } from './from'

const common = { path: paths.session.second, permission: 'anyone' } as const

/** What this browser has begun, as far as it may be of ours. */
const halfOf = (c: Ask, { config }: WebContext): string =>
  valuesOf(c.get('cookies'), cookieNames(config).half).at(-1)?.slice(0, 400) ?? ''

type Shown = { next: string | undefined; isRecovery: boolean; problem?: Problem }

/** The page that asks, for who is half in; undefined when nobody is. */
const content = async (c: Ask, web: WebContext, { next, isRecovery, problem }: Shown) => {
  const look = c.get('look')
  const half = halfOf(c, web)
  const found = await halfIn(web.desk, half)
  if (isProblem(found)) return undefined
  const wrong = problem && {
    ...{ says: sentenceFor(problem, look.language), isOfField: problem.field === 'one_time_code' },
  }
  return SecondPage({
    ...look,
    ...{ here: paths.session.secondFor(next, isRecovery), email: found.account.email, isRecovery },
    hasApp: (await web.desk.store.factors.find(found.account.id)) !== undefined,
    ...{ mark: halfMark(half), ...(next ? { next } : {}), ...(wrong ? { problem: wrong } : {}) },
  })
}

const over = (c: Ask, web: WebContext): Response => {
  dropBegun(c, cookieNames(web.config), 'half')
  return seeOther(c, paths.session.signInOver)
}

const show = route({
  ...{ ...common, method: 'GET', passing: true },
  show: async (c, web) => {
    const next = safeNext(c.req.query('next'))
    const isRecovery = c.req.query('recovery') !== undefined
    const shown = await content(c, web, { next, isRecovery })
    return shown ? page(c, shown) : over(c, web)
  },
})

const send = route({
  ...{ ...common, method: 'POST', form: secondForm },
  run: ({ c, web, input }) => signInBySecond(web.desk, halfOf(c, web), input, fromOf(c)),
  made: async ({ c, web, input }, { token }) => {
    await beginSession({ c, web }, token)
    return seeOther(c, safeNext(input.next) ?? paths.workbench.page)
  },
  refused: async ({ c, web, input }, problem) => {
    if (!wantsPage(c)) return answerProblem(c, problem)
    const isRecovery = typed(input, 'recovery') === '1'
    const shown = await content(c, web, { next: safeNext(input.next), isRecovery, problem })
    if (!shown && problem.reason === 'halfOver') return over(c, web)
    return answerProblem(c, problem, shown)
  },
})

/** The second factor of who has shown the first. */
export const secondRoutes: readonly Route[] = [show, send]
