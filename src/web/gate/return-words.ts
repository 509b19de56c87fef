import type { Problem } from '../../../actors/problem'
import { answerProblem, wantsPage } from '../answer'
import type { Ask, WebContext } from '../context'
import { keepWords } from '../keep-words'
import type { Route } from '../route'
import type { Recognise } from './identify'
import { mayBePerson } from './same-origin'

type Gate = {
  recognise: Recognise
  turnAway: (
    web: WebContext,
    c: Ask,
    entrance: Pick<Route, 'permission' | 'live'>,
  ) => Response | undefined | Promise<Response | undefined>
}

/**
 * What comes from elsewhere does nothing, and the log says so. Where it may have been a person whose
 * address the desk was not told, they get their page back, with what they had written.
 */
export const returnWords = async (
  web: WebContext,
  c: Ask,
  entrance: Pick<Route, 'permission' | 'live' | 'refuse'>,
  problem: Problem,
  { recognise, turnAway }: Gate,
): Promise<Response> => {
  web.logCrossSite(c, problem)
  if (!wantsPage(c) || !mayBePerson(c.req.raw)) return answerProblem(c, problem)
  await keepWords(c, web.desk.clock)
  if (!entrance.refuse) return answerProblem(c, problem)
  await recognise(c, { touches: false })
  const turnedAway = await turnAway(web, c, entrance)
  return turnedAway ? answerProblem(c, problem) : entrance.refuse(c, web, problem)
}
