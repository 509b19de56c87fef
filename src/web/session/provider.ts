import { isProblem, type Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { SignInPage } from '../../../views/session/sign-in'
import { sentenceFor } from '../../../views/words'
import { beginErrand, ERRAND_MS } from '../../commands/providers/begin'
import { signInByProvider } from '../../commands/providers/sign-in'
import { answerProblem, seeOther } from '../answer'
import type { Ask, WebContext } from '../context'
import { cookieNames, dropBegun, keepCookie, layProbe, valuesOf } from '../cookies'
import { deskOrigin } from '../desk-origin'
import { safeNext } from '../next'
import { type Route, route } from '../route'
import { goIn } from './begin'
import { fromOf } from './from'
import { signInServices } from './services'

const { session } = paths
const common = { method: 'GET', permission: 'anyone', passing: true } as const
/** Characters of what a service leads back with. */
const SEARCH_CHARS = 8_000

/** The page to sign in, with why it came to nothing. */
const refused = async (c: Ask, web: WebContext, problem: Problem): Promise<Response> => {
  if (problem.code === 'missing') return answerProblem(c, problem)
  layProbe(c, cookieNames(web.config))
  const look = { ...c.get('look'), here: session.signIn }
  const services = await signInServices(web.desk)
  const says = sentenceFor(problem, look.language)
  const content = SignInPage({ ...look, next: undefined, problem: says, services })
  return answerProblem(c, problem, content, problem.reason === 'providerAway' ? 503 : undefined)
}

/** Sends somebody to a service that says who they are. */
const go = route({
  ...{ ...common, path: session.provider(':id') },
  show: async (c, web) => {
    const id = c.req.param('id') ?? ''
    const begun = await beginErrand(web.desk, id, {
      redirect: deskOrigin(c, web.config) + session.providerBack(id),
      next: safeNext(c.req.query('next')),
      address: c.get('address')(),
    })
    if (isProblem(begun)) return refused(c, web, begun)
    keepCookie(c, cookieNames(web.config), 'errand', begun.errand, ERRAND_MS)
    return seeOther(c, begun.to)
  },
})

/** Somebody comes back from there. */
const back = route({
  ...{ ...common, path: session.providerBack(':id') },
  show: async (c, web) => {
    const names = cookieNames(web.config)
    const errand = valuesOf(c.get('cookies'), names.errand).at(-1) ?? ''
    dropBegun(c, names, 'errand')
    const { search } = new URL(c.req.url)
    const outcome = await signInByProvider(
      web.desk,
      { provider: c.req.param('id') ?? '', errand, search: search.slice(0, SEARCH_CHARS) },
      fromOf(c),
    )
    if (isProblem(outcome)) return refused(c, web, outcome)
    return goIn({ c, web }, outcome.came, safeNext(outcome.next))
  },
})

/** Signing in by a service that says who somebody is. */
export const providerRoutes: readonly Route[] = [go, back]
