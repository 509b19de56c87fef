import { Hono } from 'hono'
import { paths } from '../../views/paths'
import type { Clock } from '../clock'
import { deskMark } from '../commands/tokens'
import type { Config } from '../config'
import type { Log } from '../log'
import { Unavailable } from '../store/unavailable'
import { answerFault } from './answer-fault'
import { loadAssets, serveAsset } from './assets'
import { isLeftUnread } from './body/bytes'
import type { App, Ask, Env } from './context'
import { look } from './gate/locale'
import { newNonce, secure, secured } from './headers'
import { pageAt, routes, routesAt } from './routes'
import { fieldsOf } from './sent'

const FILES = paths.static('')
const all = fieldsOf(...routes.map(({ form }) => form))

/**
 * What is answered while the store is not there yet: the process is up, it is not ready and says
 * why, and whoever asks for a page is told to come back. Nothing is taken on.
 */
export const openClosedWeb = async (
  config: Config,
  { clock, log }: { clock: Clock; log: Log },
  why: () => string,
) => {
  const assets = await loadAssets()
  const lookAt = look({ clock, epoch: '' }, config, { files: () => assets.names })
  const app: App = new Hono<Env>()
  const answer = (c: Ask): Response | Promise<Response> => {
    if (c.req.path === paths.up) return c.json({ up: true, desk: deskMark(config.secret) })
    if (c.req.path === paths.ready) return c.json(notReady(config, why()), 503)
    const file = c.req.path.startsWith(FILES) && c.req.path.slice(FILES.length)
    const served = file ? serveAsset(assets, file, c.req.raw) : undefined
    return served ?? answerFault(c, new Unavailable(why()), { log, clock, config })
  }
  // A page is drawn before it is an answer, whatever its type says.
  app.all('*', async (c) => {
    const here = c.req.method === 'POST' ? routesAt(c.req.path, routes) : []
    lookAt(c, here.length > 0 ? pageAt(c.req.path, routes) : undefined)
    c.set('forms', { own: fieldsOf(...here.map(({ form }) => form)), all })
    const answered = secured(c, await answer(c))
    if (isLeftUnread(c)) answered.headers.set('Connection', 'close')
    return answered
  })
  return {
    fetch: (request: Request, server: Bun.Server<unknown>) => app.fetch(request, { server }),
    error: (fault: Error) => {
      log.error('the server failed', { problem: fault })
      return secure(new Response('Something went wrong', { status: 500 }), newNonce())
    },
  }
}

const notReady = ({ redisUrl }: Config, reason: string) => ({
  ...{ ready: false, store: 'down', bus: redisUrl === undefined ? 'alone' : 'down' },
  ...{ draining: false, parked: 0, reason },
})
