import { Hono } from 'hono'
import type { Desk } from '../commands/desk'
import type { Config } from '../config'
import { openFeeds } from '../feeds/feeds'
import { socketHandler } from '../live/socket'
import { openReads } from '../reads/open'
import { answerFault, answerMissing } from './answer'
import { loadAssets } from './assets'
import { isTooLarge } from './body'
import { compressed } from './compress'
import type { App, Ask, Env, WebContext } from './context'
import { doorOf, gate } from './gate'
import { openCrossSiteLog } from './gate/cross-site-log'
import { newNonce, secure, secured } from './headers'
import { officeMenu } from './office/menu'
import type { Route } from './route'
import { routes as allRoutes, routesAt } from './routes'

/** How long a stop waits so that a proxy sees `/ready` say no before the streams end, ms. */
const DRAIN_NOTICE_MS = 300

/** All pages and live connections, as a function of a request. */
export const openWeb = async (
  desk: Desk,
  config: Config,
  reach: { appeared(agent: string): void; vanished(agent: string, silentMs: number): void },
  routes: readonly Route[] = allRoutes,
) => {
  const reads = openReads(desk)
  const feeds = openFeeds(reads, reach)
  let draining = false
  const assets = await loadAssets()
  const web: WebContext = {
    ...{ desk, config, reads, feeds, assets, draining: () => draining, probes: new Set() },
    menu: officeMenu(routes),
    logCrossSite: openCrossSiteLog(desk.log, desk.clock),
  }
  const app = appOf(web, routes)

  return {
    app,
    reads,
    feeds,
    fetch: (request: Request, server: Bun.Server<unknown>) =>
      app.fetch(withHost(request), { server }),
    websocket: socketHandler,
    /** What even the app could not answer. */
    error: (fault: Error) => {
      desk.log.error('the server failed', { problem: fault })
      return secure(new Response('Something went wrong', { status: 500 }), newNonce())
    },
    async drain() {
      draining = true
      await desk.clock.sleep(DRAIN_NOTICE_MS)
      feeds.drain()
    },
    close() {
      feeds.close()
      reads.close()
    },
  }
}
export type Web = Awaited<ReturnType<typeof openWeb>>

/** Of a request that names no host, or none that can be, Bun knows the path alone. */
const withHost = (request: Request): Request =>
  request.url.startsWith('/') ? new Request(`http://localhost${request.url}`, request) : request

/** An async function would add a promise to answers that are there at once, as most are. */
const finishedWhen = (c: Ask, answer: Response | Promise<Response>) =>
  answer instanceof Promise ? answer.then((made) => finished(c, made)) : finished(c, answer)

/** As it leaves: with its headers, and compressed if it is a page. */
const finished = (c: Ask, response: Response) => {
  // What is sent after it is read by nobody.
  if (isTooLarge(c)) response.headers.set('Connection', 'close')
  return compressed(c, secured(c, response))
}

/** What is at an address that leads nowhere. */
const nothingSpecial = { live: false, framed: false, findable: false, secret: false }

/** Hono finds the route; each answers as a whole, without a chain of middleware. */
const appOf = (web: WebContext, routes: readonly Route[]): App => {
  const app: App = new Hono<Env>()
  const admit = gate(web)

  for (const route of routes)
    app.on(route.method, route.path, (c): Response | Promise<Response> => {
      const turned = admit(c, route)
      if (turned instanceof Promise)
        return turned.then((refused) => finishedWhen(c, refused ?? route.answer(c, web)))
      return finishedWhen(c, turned ?? route.answer(c, web))
    })

  const nowhere = async (c: Ask): Promise<Response> => {
    const here = routesAt(c.req.path, routes)
    if (here.length === 0) return answerMissing(c)
    const allow = here.map(({ method }) => method).join(', ')
    const gone = await here[0]?.gone?.(c, web)
    return gone ?? c.text('Method Not Allowed', 405, { Allow: allow })
  }
  app.notFound(async (c) => {
    const place = { ...nothingSpecial, permission: doorOf(c.req.path) }
    return finished(c, (await admit(c, place)) ?? (await nowhere(c)))
  })
  // A page is drawn before it is an answer, whatever its type says.
  app.onError(async (fault, c) => finished(c, await answerFault(c, fault, web.desk.log)))
  return app
}
