import { Hono } from 'hono'
import { tellRefused } from '../commands/audit'
import { answerMissing } from './answer'
import { answerFault } from './answer-fault'
import { isLeftUnread } from './body/bytes'
import { compressed } from './compress'
import type { App, Ask, Env, WebContext } from './context'
import { doorOf, gate } from './gate'
import { secured } from './headers'
import { keepWords } from './keep-words'
import type { Route } from './route'
import { pageAt, pageOf, routesAt } from './routes'
import { fieldsOf } from './sent'
import { answerWrongMethod } from './wrong-method'

/** Of a request that names no host, or none that can be, Bun knows the path alone. */
export const withHost = (request: Request): Request =>
  request.url.startsWith('/') ? new Request(`http://localhost${request.url}`, request) : request

type Told = { web: WebContext; route: Route }

/** An async function would add a promise to answers that are there at once, as most are. */
const finishedWhen = (c: Ask, answer: Response | Promise<Response>, told: Told) =>
  answer instanceof Promise
    ? answer.then((made) => finishedOrTold(c, made, told))
    : finishedOrTold(c, answer, told)

/** What somebody of the desk may not do is written down before they are told. */
const finishedOrTold = (c: Ask, response: Response, { web, route }: Told) => {
  web.vitals.answered(response.status)
  const person = response.status === 403 ? c.get('person') : null
  if (person?.kind !== 'staff' || c.get('isElsewhere')) return finished(c, response)
  return tellRefused(web.desk, person, `${route.method} ${route.path}`, c.req.path)
    .catch((problem) => web.desk.log.warn('a refusal could not be written down', { problem }))
    .then(() => finished(c, response))
}

/** As it leaves: with its headers, and compressed if it is a page. */
const finished = (c: Ask, response: Response) => {
  // What is sent after it is read by nobody, and not waited for.
  if (isLeftUnread(c)) response.headers.set('Connection', 'close')
  return compressed(c, secured(c, response))
}

/** What is at an address that leads nowhere. */
const nothingSpecial = { live: false, framed: false, findable: false, secret: false }

/** Hono finds the route; each answers as a whole, without a chain of middleware. */
export const appOf = (web: WebContext, routes: readonly Route[]): App => {
  const app: App = new Hono<Env>()
  const admit = gate(web)
  const all = fieldsOf(...routes.map(({ form }) => form))

  for (const route of routes) {
    const forms = { own: fieldsOf(route.form), all }
    const pageAbove = route.method === 'POST' ? { pageOf: pageOf(route, routes) } : {}
    const entrance = { ...route, ...pageAbove, forms }
    const told = { web, route }
    app.on(route.method, route.path, (c): Response | Promise<Response> => {
      const turned = admit(c, entrance)
      if (turned instanceof Promise)
        return turned.then((stop) => finishedWhen(c, stop ?? route.answer(c, web), told))
      return finishedWhen(c, turned ?? route.answer(c, web), told)
    })
  }

  const nowhere = async (c: Ask): Promise<Response> => {
    const here = routesAt(c.req.path, routes)
    if (here.length === 0) return answerMissing(c)
    const allow = here.map(({ method }) => method).join(', ')
    const gone = await here[0]?.gone?.(c, web)
    return gone ?? answerWrongMethod(c, allow)
  }
  app.notFound(async (c) => {
    const page = (path: string) => (routesAt(path, routes).length > 0 ? pageAt(path, routes) : path)
    const forms = { own: fieldsOf(), all }
    const entrance = { ...nothingSpecial, permission: doorOf(c.req.path), pageOf: page, forms }
    const turned = await admit(c, entrance)
    if (!turned) await keepWords(c, web.desk.clock)
    return finished(c, turned ?? (await nowhere(c)))
  })
  // A page is drawn before it is an answer, whatever its type says.
  const { log, clock } = web.desk
  const { config } = web
  app.onError(async (fault, c) => finished(c, await answerFault(c, fault, { log, clock, config })))
  return app
}
