import { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { answerProblem } from '../answer'
import type { Ask, WebContext } from '../context'
import { keepWords } from '../keep-words'
import type { Route } from '../route'

type Entrance = Pick<Route, 'live' | 'refuse'>

/**
 * Turns away who is kept out, from all that visitors do and follow; what stands there they may read.
 * A form comes back with what they wrote. Undefined for everybody else.
 */
export const turnAwayBlocked = (
  web: WebContext,
  c: Ask,
  entrance: Entrance,
): Promise<Response> | Response | undefined => {
  if (!c.req.path.startsWith(paths.chat.page)) return undefined
  if (c.req.method !== 'POST' && !entrance.live) return undefined
  const person = c.get('person')
  const visitor = person?.kind === 'visitor' ? person.id : undefined
  if (!web.desk.blocks.holds({ visitor, address: c.get('address') })) return undefined
  return giveBack(web, c, entrance)
}

const giveBack = async (web: WebContext, c: Ask, { refuse }: Entrance): Promise<Response> => {
  const problem = new Problem('forbidden', 'blocked')
  await keepWords(c, web.desk.clock)
  return refuse?.(c, web, problem) ?? answerProblem(c, problem)
}
