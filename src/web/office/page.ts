import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { isProblem, type Problem } from '../../../actors/problem'
import type { Typed } from '../../../actors/typed-settings'
import type { MenuEntry, OfficeContext, Refused, SaidWord } from '../../../views/office/frame'
import { paths } from '../../../views/paths'
import { wordsIn } from '../../../views/words'
import type { Permission } from '../../policies/permissions'
import { answerProblem, page as drawn, isHtmx, seeOther, wantsJson, wantsPage } from '../answer'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import { type Asked, type Route, route } from '../route'

type Soon<Value> = Value | Promise<Value>

type Page<Subject, Data> = {
  path: string
  permission: Permission
  /** Under which name of the menu it is found. */
  page: MenuEntry['page']
  /** With one the page itself stands in the menu. */
  icon?: MenuEntry['icon']
  /** What it is about; a Problem when there is no such thing. */
  find: (c: Ask, web: WebContext) => Soon<Subject | Problem>
  /** All that it shows, in one read. */
  read: (web: WebContext, subject: Subject) => Promise<Data>
  draw: (data: Data, context: OfficeContext) => Child
  /** What a program is told of it; all of it, unless this says less. */
  told?: (data: Data) => object
}

type Verb<Outcome, Subject> = {
  path: string
  /** Which of the page's forms it is. */
  name: string
  form?: z.ZodObject
  run: (asked: Asked<Subject>) => Soon<Outcome | Problem>
  /** What the page says afterwards. */
  said: SaidWord
  /** The page afterwards; the same one when it is left out. */
  to?: (asked: Asked<Subject>, outcome: Outcome) => string
  /** What a program is told of what it made; without it, what the page is then. */
  made?: (outcome: Outcome) => object
}

/**
 * A page of the office and what can be done on it. A form that is not taken shows the page again,
 * with why, and with all that was typed.
 */
export const officePage = <Subject, Data extends object>(spec: Page<Subject, Data>) => {
  const { path, permission, page, icon, told = (data: Data) => data } = spec

  const content = async (c: Ask, web: WebContext, subject: Subject, refused?: Refused) => {
    const person = staff(c)
    const context = { ...c.get('look'), me: { id: person.id, name: person.name }, page, refused }
    const data = await spec.read(web, subject)
    return spec.draw(data, { ...context, menu: web.menu(person), said: saidIn(c) })
  }

  const refuse = async ({ c, web, input }: Asked<Subject>, form: string, problem: Problem) => {
    if (problem.code === 'missing' || !wantsPage(c)) return answerProblem(c, problem)
    const subject = await spec.find(c, web)
    if (isProblem(subject)) return answerProblem(c, subject)
    const again = await content(c, web, subject, { form, problem, typed: typedIn(input) })
    return answerProblem(c, problem, again)
  }

  const tell = async (c: Ask, web: WebContext) => {
    const subject = await spec.find(c, web)
    if (isProblem(subject)) return answerProblem(c, subject)
    return c.json(told(await spec.read(web, subject)))
  }

  return {
    show: route({
      ...{ method: 'GET', path, permission },
      ...(icon ? { menu: { page, path, icon } } : {}),
      show: async (c, web) => {
        if (wantsJson(c)) return tell(c, web)
        const subject = await spec.find(c, web)
        if (isProblem(subject)) return answerProblem(c, subject)
        return drawn(c, await content(c, web, subject))
      },
    }),
    verb: <Outcome>({ name, form, said, to, made, ...verb }: Verb<Outcome, Subject>): Route =>
      route<Outcome, Subject>({
        ...{ method: 'POST', path: verb.path, permission, find: spec.find, run: verb.run },
        ...(form ? { form } : {}),
        made: (asked, outcome) => {
          const { c, web } = asked
          if (wantsJson(c)) return made ? c.json(made(outcome), 201) : tell(c, web)
          const next = to?.(asked, outcome) ?? path.replace(':id', c.req.param('id') ?? '')
          return goOn(c, paths.office.after(next, said))
        },
        refused: (asked, problem) => refuse(asked, name, problem),
      }),
  }
}

const goOn = (c: Ask, to: string): Response =>
  isHtmx(c) ? c.body(null, 204, { 'HX-Location': to }) : seeOther(c, to)

const saidIn = (c: Ask): SaidWord | undefined => {
  const said = c.req.method === 'GET' ? c.req.query('said') : undefined
  return said !== undefined && Object.hasOwn(wordsIn('en').office.said, said)
    ? (said as SaidWord)
    : undefined
}

const typedIn = (input: Record<string, unknown>): Typed =>
  Object.fromEntries(
    Object.entries(input).flatMap(([field, value]) =>
      typeof value === 'string' ? [[field, value]] : [],
    ),
  )
