import { Problem } from '../../actors/problem'
import type { SocketPipe } from '../live/socket'
import { answerProblem } from './answer'
import type { Ask, WebContext } from './context'
import { crossSite, mayUpgrade } from './gate/same-origin'

/** Makes a socket of a request that may become one, over the pipe that is made for it then. */
export const upgrade = (c: Ask, web: WebContext, make: () => SocketPipe): Response => {
  if (!mayUpgrade(c.req.raw, web.config)) return refused(c, web)
  const pipe = make()
  if (c.env.server.upgrade(c.req.raw, { data: pipe })) return c.body(null, 200)
  pipe.writer?.closed()
  return c.text('Upgrade Required', 426)
}

const refused = (c: Ask, { config, logCrossSite }: WebContext): Response => {
  const problem = crossSite(c.req.raw, config)
  logCrossSite(c, problem)
  return answerProblem(c, problem)
}

/** There are as many connections as there may be. */
export const answerBusy = (c: Ask): Response =>
  answerProblem(c, new Problem('limited', 'busy', { retryAfter: 5 }))
