import type { z } from 'zod'
import { isProblem, type Problem } from '../../actors/problem'
import type { MenuEntry } from '../../views/office/context'
import type { may } from '../policies/may'
import type { Permission } from '../policies/permissions'
import { answerProblem, seeOther, wantsPage } from './answer'
import { fields, fieldsIfAny } from './body'
import { skipBody } from './body/bytes'
import { isMultipart } from './body/multipart'
import type { Ask, WebContext } from './context'

/** Who may knock: anyone, whoever has a visitor's cookie, or staff whose role has a permission. */
export type Door = 'anyone' | 'visitor' | Permission

type Soon<Value> = Value | Promise<Value>

type Head = {
  /** Of `views/paths`, with `:id` and the like where it names something. */
  path: string
  permission: Door
  /** What `may` is asked about the one conversation that the path names. */
  asks?: keyof typeof may
  /** A page of the office that stands in its menu. */
  menu?: MenuEntry
  /** Search engines may show it; they may show nothing else. */
  findable?: boolean
  /** A page that is there for some and for a time: no other address leads to it by itself. */
  passing?: true
  /** Its pages hold what opens something, and are not compressed. */
  secret?: boolean
  /** What everybody is answered, whatever the method, once the address leads nowhere any more. */
  gone?: (c: Ask, web: WebContext) => Promise<Response | undefined>
}

/** One address of the desk and what it does: the list of them is all that the desk answers to. */
export type Route = Readonly<Head> & {
  readonly method: 'GET' | 'POST'
  /** The fields it reads; what has others is refused by the command that reads them. */
  readonly form?: z.ZodObject
  /** A stream or a socket, which no browser shows as a page. */
  readonly live: boolean
  /** A page of ours may hold it in a frame. */
  readonly framed: boolean
  /** Where no script runs, its page asks for itself again after so many seconds. */
  readonly renewsS?: number
  readonly findable: boolean
  readonly secret: boolean
  /** Answers a form that was not let in as its command would refuse it: with what was typed. */
  readonly refuse?: Refuse
  readonly answer: (c: Ask, web: WebContext) => Soon<Response>
}

type Refuse = (c: Ask, web: WebContext, problem: Problem) => Promise<Response>

type Shown = Head & {
  method: 'GET'
  live?: true
  framed?: true
  renewsS?: number
  show: Route['answer']
}

/**
 * A request that shall do something: with the fields of its form as untrusted values, and what
 * `find` found.
 */
export type Asked<Subject = undefined> = {
  c: Ask
  web: WebContext
  input: Record<string, unknown>
  subject: Subject
}

type Done<Outcome, Subject> = Head & {
  method: 'POST'
  /** Who does it, and to what; a Problem when there is nothing here. */
  find?: (c: Ask, web: WebContext) => Soon<Subject | Problem>
  form?: z.ZodObject
  /** The form may be left out altogether. */
  bare?: true
  /** It reads the body itself, as it comes; where it has a form as well, only one with files. */
  streams?: true
  run: (asked: Asked<Subject>) => Soon<Outcome | Problem>
  /** Where a plain form goes on, by GET. Without it nobody waits for a page: 204. */
  to?: (asked: Asked<Subject>) => Soon<string>
  /** The page that asked by script goes there too. */
  moves?: true
  /** Another answer than that: a fragment, JSON, a page; undefined for the one that goes without it. */
  made?: (asked: Asked<Subject>, outcome: Outcome) => Soon<Response> | undefined
  /** Another answer to a refusal than its sentence: the page, with what was typed. */
  refused?: (asked: Asked<Subject>, problem: Problem) => Soon<Response>
}

/**
 * A route: what it shows, or what it does and how that is answered. A plain form is led on to `to`
 * (303), a script reads 204; a Problem is a page, a fragment or JSON.
 */
export const route = <Outcome, Subject = undefined>(
  spec: Shown | Done<Outcome, Subject>,
): Route => {
  const { method, path, permission, asks, menu, gone, findable = false, secret = false } = spec
  const answer = spec.method === 'GET' ? spec.show : doing(spec)
  return {
    ...{ method, path, permission, findable, secret },
    ...(asks ? { asks } : {}),
    ...(spec.passing ? { passing: spec.passing } : {}),
    ...(menu ? { menu } : {}),
    ...(spec.method === 'POST' && spec.form ? { form: spec.form } : {}),
    ...(spec.method === 'POST' && spec.refused ? { refuse: refusing(spec) } : {}),
    ...(gone ? { gone } : {}),
    ...(spec.method === 'GET' && spec.renewsS !== undefined ? { renewsS: spec.renewsS } : {}),
    live: spec.method === 'GET' && spec.live === true,
    framed: spec.method === 'GET' && spec.framed === true,
    answer: gone ? async (c, web) => (await gone(c, web)) ?? answer(c, web) : answer,
  }
}

const doing =
  <Outcome, Subject>(spec: Done<Outcome, Subject>): Route['answer'] =>
  async (c, web) => {
    // First what was written: should there be nothing here to write to, it is given back.
    const streams = spec.streams === true && isMultipart(c)
    const reads = spec.form !== undefined && !streams && comes(c, spec)
    const input = reads ? await fields(c, web.desk.clock) : {}
    if (!reads && !spec.streams) await skipBody(c, web.desk.clock)
    const found = spec.find?.(c, web)
    const subject = found instanceof Promise ? await found : found
    if (isProblem(subject)) return answerProblem(c, subject)
    const asked = { c, web, input, subject: subject as Subject }
    const outcome = await spec.run(asked)
    if (isProblem(outcome)) return spec.refused?.(asked, outcome) ?? answerProblem(c, outcome)
    const made = await spec.made?.(asked, outcome)
    if (made) return made
    return goOn(c, await spec.to?.(asked), spec.moves ?? false)
  }

const refusing =
  <Outcome, Subject>(spec: Done<Outcome, Subject>): Refuse =>
  async (c, web, problem) => {
    const input = spec.form ? await fieldsIfAny(c, web.desk.clock) : {}
    const subject = await spec.find?.(c, web)
    if (isProblem(subject)) return answerProblem(c, problem)
    const asked = { c, web, input, subject: subject as Subject }
    return (await spec.refused?.(asked, problem)) ?? answerProblem(c, problem)
  }

/** A form that may be left out may be an empty body too, whatever that is said to be. */
const comes = (c: Ask, { bare }: { bare?: true }): boolean =>
  !bare ||
  (c.req.header('Content-Type') !== undefined &&
    c.req.header('Content-Length') !== '0' &&
    c.req.raw.body !== null)

const goOn = (c: Ask, to: string | undefined, moves: boolean): Response => {
  if (to === undefined) return c.body(null, 204)
  if (wantsPage(c)) return seeOther(c, to)
  return c.body(null, 204, moves ? { 'HX-Location': to } : {})
}
