import { Hono } from 'hono'
import { paths } from '../../views/paths'
import type { Desk } from '../commands/desk'
import type { Config } from '../config'
import { openFeeds } from '../feeds/feeds'
import { socketHandler } from '../live/socket'
import { answerFault, answerMissing } from './answer'
import { loadAssets, serveAsset } from './assets'
import type { App, Ask, Env } from './context'
import { gate } from './gate'
import { newNonce, secure, secureAnswer } from './headers'
import { healthRoutes } from './health'
import { probeRoutes } from './live/probe'
import { streamRoutes } from './live/streams'
import { chatRoutes } from './pages/chat'
import { installRoutes } from './pages/install'
import { sessionRoutes } from './pages/session'
import { workbenchRoutes } from './pages/workbench'
import { assertRoutes, methodsOf } from './routes'

/** How long a stop waits so that a proxy sees `/ready` say no before the streams end, ms. */
const DRAIN_NOTICE_MS = 300

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

  const admit = gate(desk, config, feeds)
  const faulty = (c: Ask) => (fault: Error) => answerFault(c, fault, desk.log)
  app.use(async (c, next) => {
    const turned = admit(c)
    const refused = turned instanceof Promise ? await turned.catch(faulty(c)) : turned
    if (refused) c.res = refused
    else await next()
    secureAnswer(c)
  })
  app.get(paths.static(':file'), (c) => {
    const name = c.req.path.slice(isStatic.length)
    return serveAsset(assets, name, c.req.raw) ?? answerMissing(c)
  })
  healthRoutes(app, desk, { draining: () => draining })
  probeRoutes(app, config, desk.clock)
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
  app.onError((fault, c) => faulty(c)(fault))

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
      await desk.clock.sleep(DRAIN_NOTICE_MS)
      feeds.drain()
    },
    close: () => feeds.close(),
  }
}
export type Web = Awaited<ReturnType<typeof openWeb>>
