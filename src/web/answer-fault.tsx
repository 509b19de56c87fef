import { limits } from '../../actors/limits'
import { Problem, type ProblemCode } from '../../actors/problem'
import { BrokenPage, UnavailablePage } from '../../views/fault'
import type { Clock } from '../clock'
import type { Config } from '../config'
import type { Log } from '../log'
import { Unavailable } from '../store/unavailable'
import { answerProblem, page, type Status, wantsJson, wantsPage } from './answer'
import { type Ask, lookOfAsker } from './context'
import { Unreadable } from './unreadable'
import { answerUnsent, isForm } from './unsent'

const tooLarge = new Problem('invalid', 'textTooLong', { values: { limit: limits.text } })

type With = { log: Log; clock: Pick<Clock, 'after'>; config: Config }

/** Everything that was thrown: a store that cannot answer, a body that cannot be read, a bug. */
export const answerFault = (
  c: Ask,
  fault: Error,
  { log, ...rest }: With,
): Response | Promise<Response> => {
  // Only what is too large is sent by people; the other two are between programs.
  if (fault instanceof Unreadable) {
    // The rest of it is not waited for.
    if (fault.status === 408 || fault.status === 413) c.header('Connection', 'close')
    return fault.status === 413
      ? answerProblem(c, tooLarge, undefined, 413)
      : plain(c, fault.status, 'invalid', fault.message)
  }
  if (fault instanceof Unavailable) {
    c.header('Retry-After', '2')
    const status = fault.full ? 507 : 503
    log.warn('the store could not answer', { request: c.get('requestId'), problem: fault })
    if (!wantsPage(c)) return plain(c, status, 'unavailable', 'try again in a moment')
    if (isForm(c)) return answerUnsent(c, rest, status)
    return page(c, <UnavailablePage {...lookOfAsker(c)} />, status)
  }
  log.error('a request failed', { request: c.get('requestId'), path: c.req.path, problem: fault })
  if (!wantsPage(c)) return plain(c, 500, 'broken', c.get('requestId'))
  if (isForm(c)) return answerUnsent(c, rest, 500)
  return page(c, <BrokenPage {...lookOfAsker(c)} id={c.get('requestId')} />, 500)
}

const plain = (
  c: Ask,
  status: Status,
  code: ProblemCode | 'broken' | 'unavailable',
  message: string,
) =>
  wantsJson(c)
    ? c.json({ error: { code, message, request_id: c.get('requestId') } }, status)
    : c.text(message, status)
