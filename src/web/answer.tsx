import type { Child } from 'hono/jsx'
import { limits } from '../../actors/limits'
import { isProblem, Problem, type ProblemCode } from '../../actors/problem'
import {
  BrokenPage,
  MissingPage,
  ProblemLine,
  ProblemPage,
  UnavailablePage,
} from '../../views/problem'
import { sentenceFor } from '../../views/words'
import type { Log } from '../log'
import { Unavailable } from '../store/unavailable'
import { Unreadable } from './body'
import type { Ask } from './context'

type Status =
  | 200
  | 201
  | 303
  | 400
  | 401
  | 403
  | 404
  | 405
  | 408
  | 409
  | 413
  | 415
  | 422
  | 429
  | 500
  | 503
  | 507

export const isHtmx = (c: Ask): boolean => c.req.header('HX-Request') === 'true'

/** Programs ask for JSON by name; browsers never put it before HTML. */
export const wantsJson = (c: Ask): boolean => {
  const accept = c.req.header('Accept') ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}

/** Neither JSON nor a fragment: somebody looks at what is answered as a page of its own. */
export const wantsPage = (c: Ask): boolean => !wantsJson(c) && !isHtmx(c)

/** A page or a fragment. */
export const page = (c: Ask, content: Child, status: Status = 200): Response =>
  c.html(content as never, status)

/** The way back after a form without JavaScript: always by GET. */
export const seeOther = (c: Ask, to: string): Response => c.redirect(to, 303)

/** What each kind of problem is called over HTTP. */
const problemStatus = {
  invalid: 422,
  unknown: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  limited: 429,
} as const satisfies Record<ProblemCode, Status>

/** A Problem as JSON, as a fragment for the form's error slot, or as a page. */
export const answerProblem = (
  c: Ask,
  problem: Problem,
  content?: Child,
  status: Status = problemStatus[problem.code],
): Response => {
  if (problem.retryAfter !== undefined) c.header('Retry-After', String(problem.retryAfter))
  const look = c.get('look')
  if (wantsJson(c)) {
    const { code, reason, field, values } = problem
    const blanks = Object.keys(values).length > 0 ? { values } : {}
    const message = sentenceFor(problem, look.language)
    return c.json(
      { error: { code, reason, message, field, ...blanks, request_id: c.get('requestId') } },
      status,
    )
  }
  if (isHtmx(c)) return page(c, <ProblemLine problem={problem} language={look.language} />, status)
  return page(c, content ?? <ProblemPage {...look} problem={problem} />, status)
}

/** For outcomes: the Problem's answer, or what is made of the rest. */
export const answer = <Outcome,>(
  c: Ask,
  outcome: Outcome | Problem,
  make: (outcome: Outcome) => Response,
): Response => (isProblem(outcome) ? answerProblem(c, outcome) : make(outcome))

export const answerMissing = (c: Ask): Response =>
  wantsPage(c)
    ? page(c, <MissingPage {...c.get('look')} />, 404)
    : answerProblem(c, new Problem('missing', 'missing'))

const tooLarge = new Problem('invalid', 'textTooLong', { values: { limit: limits.text } })

/** Everything that was thrown: a store that cannot answer, a body that cannot be read, a bug. */
export const answerFault = (c: Ask, fault: Error, log: Log): Response => {
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
    return page(c, <UnavailablePage {...c.get('look')} />, status)
  }
  log.error('a request failed', { request: c.get('requestId'), path: c.req.path, problem: fault })
  if (!wantsPage(c)) return plain(c, 500, 'broken', c.get('requestId'))
  return page(c, <BrokenPage {...c.get('look')} id={c.get('requestId')} />, 500)
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
