import { Problem } from '../../actors/problem'
import type { Config } from '../config'
import type { SocketPipe } from '../live/socket'
import { answerProblem } from './answer'
import type { Ask } from './context'
import { mayUpgrade } from './gate/same-origin'

/** Makes a socket of a request that may become one, over the pipe that is made for it then. */
export const upgrade = (c: Ask, config: Config, make: () => SocketPipe): Response => {
  if (!mayUpgrade(c.req.raw, config)) return answerProblem(c, new Problem('forbidden', 'crossSite'))
  const pipe = make()
  if (c.env.server.upgrade(c.req.raw, { data: pipe })) return c.body(null, 200)
  pipe.writer?.closed()
  return c.text('Upgrade Required', 426)
}

/** There are as many connections as there may be. */
export const answerBusy = (c: Ask): Response =>
  answerProblem(c, new Problem('limited', 'busy', { retryAfter: 5 }))
