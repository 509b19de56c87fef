import { Hono } from 'hono'
import { Problem } from '../../actors/problem'
import { paths } from '../../views/paths'
import type { Desk } from '../commands/desk'
import type { Config } from '../config'
import { openFeeds } from '../feeds/feeds'
import { socketHandler } from '../feeds/socket'
import { answerFault, answerMissing, answerProblem, seeOther, wantsPage } from './answer'
import { loadAssets, serveAsset } from './assets'
import type { App, Ask, Env } from './context'
import { guard, isHimself } from './guard'
import { newNonce, secure, secureAnswer } from './headers'
import { healthRoutes } from './health'
import { probeRoutes } from './live/probe'
import { streamRoutes } from './live/streams'
import { chatRoutes } from './pages/chat'
import { installRoutes } from './pages/install'
import { safeNext, sessionRoutes } from './pages/session'
import { workbenchRoutes } from './pages/workbench'
import { identify } from './request/identify'
import { look } from './request/look'
import { assertRoutes, methodsOf, routeOf } from './routes'

/** How long a stop waits so that a proxy sees `/ready` say no before the streams end, ms. */
const NOTICE = 300

/** All pages and live connections, as a function of a request. */
export const openWeb = async (
  desk: Desk,
  config: Config,
  reach: { appeared(agent: string): void; vanished(agent: string): void },
) => {
  const feeds = openFeeds(desk, reach)
  const assets = await loadAssets()
  let draining = false
  const app: App = new Hono<Env>()
  const isStatic = paths.static('')

  const refuse = guard(config)
  const lookAt = look(desk, config)
  app.use(async (c, next) => {
    lookAt(c)
    const refused = refuse(c)
    if (refused) c.res = await refused
    else await next()
    secureAnswer(c)
  })
  app.get(paths.static(':file'), (c) => {
    const name = c.req.path.slice(isStatic.length)
    return serveAsset(assets, name, c.req.raw) ?? answerMissing(c)
  })
  const recognise = identify(desk, config)
  app.use(async (c, next) => {
    await recognise(c)
    const person = c.get('person')
    const route = routeOf(c.req.method === 'HEAD' ? 'GET' : c.req.method, c.req.path)
    const isBench = c.req.path.startsWith(paths.workbench.page)
    if (person?.kind === 'staff' && isBench && isHimself(c.req.raw, config))
      feeds.presence[readsPage(c) ? 'page' : 'request'](person.id)
    if (route?.who === 'staff' && person?.kind !== 'staff') {
      const asksPage = c.req.method === 'GET' && wantsPage(c) && !isStream(c.req.path)
      const to = safeNext(c.req.path)
      const query = to ? `?next=${encodeURIComponent(to)}` : ''
      if (asksPage) return seeOther(c, `${paths.session.signIn}${query}`)
      return answerProblem(c, new Problem('unknown', 'signInFirst'))
    }
    await next()
  })
  healthRoutes(app, desk, { draining: () => draining })
  probeRoutes(app, config)
  sessionRoutes(app, desk, config, { signedOut: (agent) => feeds.presence.leave(agent) })
  installRoutes(app, desk, config)
  chatRoutes(app, desk, config, feeds)
  workbenchRoutes(app, desk, feeds)
  streamRoutes(app, desk, config, feeds)
  assertRoutes(app.routes)

  app.notFound((c) => {
    const methods = methodsOf(c.req.path)
    if (methods.length === 0) return answerMissing(c)
    return c.text('Method Not Allowed', 405, { Allow: methods.join(', ') })
  })
  app.onError((fault, c) => answerFault(c, fault, desk.log))

  return {
    app,
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
      await Bun.sleep(NOTICE)
      feeds.drain()
    },
    close: () => feeds.close(),
  }
}
export type Web = Awaited<ReturnType<typeof openWeb>>

/** Neither a form nor a stream: what comes is read, and no connection need come after it. */
const readsPage = (c: Ask) => c.req.method === 'GET' && !isStream(c.req.path)

const isStream = (path: string) =>
  path === paths.workbench.feedBase || path === paths.workbench.socketBase
