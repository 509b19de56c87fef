import { isProblem, type Problem } from '../../../actors/problem'
import type { Typed } from '../../../actors/typed-settings'
import type { Refused, SaidWord } from '../../../views/office/context'
import { paths } from '../../../views/paths'
import { wordsIn } from '../../../views/words'
import { answerProblem, page as drawn, isHtmx, seeOther, wantsJson, wantsPage } from '../answer'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import { type Asked, type Route, route } from '../route'
import type { Page, Verb } from './spec'

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
