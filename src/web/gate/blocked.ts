import { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { exactTime } from '../../../views/words'
import { answerProblem } from '../answer'
import type { Ask, WebContext } from '../context'
import { keepWords } from '../keep-words'
import type { Route } from '../route'

type Entrance = Pick<Route, 'live' | 'refuse'>

/**
 * Why nothing is taken from who asks, and until when: the longest of all that keeps them out, which
 * may have no end. Undefined where nothing does.
 */
export const whyKeptOut = (
  { desk: { blocks } }: Pick<WebContext, 'desk'>,
  c: Ask,
): Problem | undefined => {
  const person = c.get('person')
  const visitor = person?.kind === 'visitor' ? person.id : undefined
  const all = blocks.all({ visitor, address: c.get('address') })
  if (all.length === 0) return undefined
  const ends = all.flatMap(({ until }) => (until === null ? [] : [until]))
  if (ends.length < all.length) return new Problem('forbidden', 'blocked')
  const [last, { now, zone }] = [Math.max(...ends), c.get('look')]
  const until = exactTime(last, now, zone, c.get('edition'))
  const retryAfter = Math.max(1, Math.ceil((last - now) / 1000))
  return new Problem('forbidden', 'blocked', { values: { until }, retryAfter })
}

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
  const problem = whyKeptOut(web, c)
  return problem && giveBack(web, c, entrance, problem)
}

const giveBack = async (
  web: WebContext,
  c: Ask,
  { refuse }: Entrance,
  problem: Problem,
): Promise<Response> => {
  await keepWords(c, web.desk.clock)
  return refuse?.(c, web, problem) ?? answerProblem(c, problem)
}
