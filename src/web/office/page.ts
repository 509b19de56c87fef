import { isProblem, type Problem } from '../../../actors/problem'
import type { Typed } from '../../../actors/typed-settings'
import type { PageWords, Refused } from '../../../views/office/context'
import { paths } from '../../../views/paths'
import { telling } from '../../commands/telling'
import { answerProblem, page as drawn, isHtmx, seeOther, wantsJson, wantsPage } from '../answer'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import { type Asked, type Route, route } from '../route'
import { saidWord } from '../said-word'
import type { Page, Verb } from './spec'

/**
 * A page of the office and what can be done on it. A form that is not taken shows the page again,
 * with why, and with all that was typed.
 */
export const officePage = <Subject, Data extends object, Said extends string>(
  spec: Page<Subject, Data, Said>,
) => {
  const { path, permission, menu, secret = false, told = (data: Data) => data } = spec

  type Instead = { refused?: Refused; said?: string; data?: Partial<Data> }
  const content = async (c: Ask, web: WebContext, subject: Subject, instead: Instead = {}) => {
    const person = staff(c)
    const look = c.get('look')
    const me = { id: person.id, name: person.name }
    const { refused, said = saidIn(c, web, menu.words[look.language]) } = instead
    const data = { ...(await spec.read(web, subject)), ...instead.data }
    return spec.draw(data, { ...look, me, page: menu, refused, menu: web.menu(person), said })
  }

  const refuse = async ({ c, web, input }: Asked<Subject>, form: string, problem: Problem) => {
    if (problem.code === 'missing' || !wantsPage(c)) return answerProblem(c, problem)
    const subject = await spec.find(c, web)
    if (isProblem(subject)) return answerProblem(c, subject)
    const refused = { form, problem, typed: typedIn(input) }
    const again = await content(c, web, subject, { refused })
    return answerProblem(c, problem, again)
  }

  const tell = async (c: Ask, web: WebContext) => {
    const subject = await spec.find(c, web)
    if (isProblem(subject)) return answerProblem(c, subject)
    return c.json(told(await spec.read(web, subject)))
  }

  return {
    show: route({
      ...{ method: 'GET', path, permission, secret },
      ...(path === menu.path ? { menu } : {}),
      ...(spec.renewsS === undefined ? {} : { renewsS: spec.renewsS }),
      show: async (c, web) => {
        if (wantsJson(c)) return tell(c, web)
        const subject = await spec.find(c, web)
        if (isProblem(subject)) return answerProblem(c, subject)
        return drawn(c, await content(c, web, subject))
      },
    }),
    verb: <Outcome>({
      name,
      form,
      said,
      to,
      made,
      removes,
      shown,
      ...verb
    }: Verb<Outcome, Subject, Said, Data>): Route =>
      route<Outcome, Subject>({
        ...{ method: 'POST', path: verb.path, permission: verb.permission ?? permission },
        ...{ find: spec.find, secret, ...(verb.streams && { streams: verb.streams }) },
        run: (asked) => verb.run(toldBy(asked)),
        ...(form ? { form } : {}),
        made: async (asked, outcome) => {
          const { c, web } = asked
          if (wantsJson(c) && removes) return c.body(null, 204)
          if (wantsJson(c)) return made ? c.json(made(outcome), 201) : tell(c, web)
          if (shown) {
            const instead = {
              said: menu.words[c.get('look').language].said[said],
              data: shown(outcome),
            }
            return drawn(c, await content(c, web, asked.subject, instead), 201)
          }
          const next = to?.(asked, outcome) ?? path.replace(':id', c.req.param('id') ?? '')
          return goOn(c, paths.office.after(next, said))
        },
        refused: (asked, problem) => refuse(asked, name, problem),
      }),
  }
}

/** The same, on a desk that tells the audit who changes what the office keeps. */
const toldBy = <Subject>(asked: Asked<Subject>): Asked<Subject> => {
  const { c, web } = asked
  return { ...asked, web: { ...web, desk: telling(web.desk, staff(c)) } }
}

const goOn = (c: Ask, to: string): Response =>
  isHtmx(c) ? c.body(null, 204, { 'HX-Location': to }) : seeOther(c, to)

/** The sentence for the word in the address; none for a word that the page does not know. */
const saidIn = (c: Ask, web: WebContext, { said }: PageWords): string | undefined => {
  const word = saidWord(c, web, 'said')
  return word !== undefined && Object.hasOwn(said, word) ? said[word] : undefined
}

const typedIn = (input: Record<string, unknown>): Typed =>
  Object.fromEntries(
    Object.entries(input).flatMap(([field, value]) =>
      typeof value === 'string' || Array.isArray(value) ? [[field, String(value)]] : [],
    ),
  )
