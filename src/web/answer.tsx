import type { Child } from 'hono/jsx'
import { isProblem, Problem, type ProblemCode } from '../../actors/problem'
import { MissingPage } from '../../views/fault'
import { ProblemLine, ProblemPage } from '../../views/problem'
import type { Sent } from '../../views/unsent'
import { sentenceFor } from '../../views/words'
import { actionOf } from './action'
import { type Ask, lookOfAsker } from './context'
import { sentIn } from './sent'

export type Status =
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
  tooLarge: 413,
  unsupported: 415,
  full: 507,
} as const satisfies Record<ProblemCode, Status>

/** A Problem as JSON, as a fragment for the form's error slot, or as a page. */
export const answerProblem = (
  c: Ask,
  problem: Problem,
  content?: Child,
  status: Status = problemStatus[problem.code],
): Response => {
  if (problem.retryAfter !== undefined) c.header('Retry-After', String(problem.retryAfter))
  const look = lookOfAsker(c)
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
  return page(c, content ?? <ProblemPage {...look} {...givenBack(c)} problem={problem} />, status)
}

/** What a form brought that has no page of its own to stay in, once it has been read; and where it led. */
export const givenBack = (c: Ask): { sent?: Sent; action?: string } => {
  const [input, action] = [c.get('input'), actionOf(c)]
  return input && action !== undefined ? { sent: sentIn(input, c.get('forms')), action } : {}
}

/** For outcomes: the Problem's answer, or what is made of the rest. */
export const answer = <Outcome,>(
  c: Ask,
  outcome: Outcome | Problem,
  make: (outcome: Outcome) => Response,
): Response => (isProblem(outcome) ? answerProblem(c, outcome) : make(outcome))

export const answerMissing = (c: Ask, status: Status = 404): Response =>
  wantsPage(c)
    ? page(c, <MissingPage {...lookOfAsker(c)} {...givenBack(c)} />, status)
    : answerProblem(c, new Problem('missing', 'missing'))
