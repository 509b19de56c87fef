import { Hono } from 'hono'
import type { Desk } from '../commands/desk'
import type { Config } from '../config'
import { openFeeds } from '../feeds/feeds'
import { socketHandler } from '../live/socket'
import { openReads } from '../reads/open'
import { answerFault, answerMissing } from './answer'
import { loadAssets } from './assets'
import type { App, Ask, Env, WebContext } from './context'
import { doorOf, gate } from './gate'
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
  reach: { appeared(agent: string): void; vanished(agent: string): void },
  routes: readonly Route[] = allRoutes,
) => {
  const reads = openReads(desk)
  const feeds = openFeeds(reads, reach)
  let draining = false
  const assets = await loadAssets()
  const web: WebContext = {
    ...{ desk, config, reads, feeds, assets, draining: () => draining, probes: new Set() },
    menu: officeMenu(routes),
  }
  const app = appOf(web, routes)

  return {
    app,
    reads,
    feeds,
    fetch: (request: Request, server: Bun.Server<unknown>) => app.fetch(request, { server }),
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

/** An async function would add a promise to answers that are there at once, as most are. */
const securedWhen = (c: Ask, answer: Response | Promise<Response>) =>
  answer instanceof Promise ? answer.then((made) => secured(c, made)) : secured(c, answer)

/** Hono finds the route; each answers as a whole, without a chain of middleware. */
const appOf = (web: WebContext, routes: readonly Route[]): App => {
  const app: App = new Hono<Env>()
  const admit = gate(web)

  for (const route of routes)
    app.on(route.method, route.path, (c): Response | Promise<Response> => {
      const turned = admit(c, route)
      if (turned instanceof Promise)
        return turned.then((refused) => securedWhen(c, refused ?? route.answer(c, web)))
      return securedWhen(c, turned ?? route.answer(c, web))
    })

  const nowhere = async (c: Ask): Promise<Response> => {
    const here = routesAt(c.req.path, routes)
    if (here.length === 0) return answerMissing(c)
    const allow = here.map(({ method }) => method).join(', ')
    const gone = await here[0]?.gone?.(c, web)
    return gone ?? c.text('Method Not Allowed', 405, { Allow: allow })
  }
  app.notFound(async (c) => {
    const place = { permission: doorOf(c.req.path), live: false, framed: false }
    return secured(c, (await admit(c, place)) ?? (await nowhere(c)))
  })
  // A page is drawn before it is an answer, whatever its type says.
  app.onError(async (fault, c) => secured(c, await answerFault(c, fault, web.desk.log)))
  return app
}
