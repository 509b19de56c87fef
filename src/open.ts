import { addressOf } from '../actors/address'
import type { Mail } from '../actors/turn'
import { openLocalBus } from './bus/local'
import { openRedisBus } from './bus/redis'
import { type Clock, systemClock } from './clock'
import type { Desk } from './commands/desk'
import { ensureDepartment } from './commands/office'
import { openPasswords } from './commands/passwords'
import type { Config } from './config'
import { type Log, openLog } from './log'
import { openRate } from './policies/rate'
import { openStore } from './store/open-store'
import { openCaretaker } from './system/caretaker'
import { openPostman } from './system/postman'
import { openSystem } from './system/system'
import { openWeb, type Web } from './web/web'

export type Parts = { clock?: Clock; log?: Log }

/**
 * The desk without its front: store, bus, actors and post. Commands of the program work with it.
 * Throws one clear sentence when the store cannot be opened.
 */
export const openDesk = async (config: Config, parts: Parts = {}) => {
  const clock = parts.clock ?? systemClock
  const log = parts.log ?? openLog(config.logLevel)
  const node = clock.id()
  const store = await openStore({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    clock,
    log,
  })
  const bus = config.redisUrl
    ? openRedisBus({ url: config.redisUrl, clock, log })
    : openLocalBus({ log })
  const posted = (mail: readonly Mail[]) => postman.posted(mail)
  const system = openSystem({ store, bus, clock, log, posted })
  const postman = openPostman({ store, system, clock, log })
  const desk: Desk = {
    store,
    system,
    bus,
    clock,
    log,
    rate: openRate(config.rateFactor),
    passwords: openPasswords(),
    secret: config.secret,
  }
  await ensureDepartment(desk)
  return {
    node,
    desk,
    postman,
    /** In reverse: nothing is taken on, what is underway is finished, the store closes last. */
    async close() {
      await postman.stop()
      await system.rest()
      await bus.close()
      await store.nodes.leave(node).catch(() => {})
      await store.close()
    },
  }
}
export type OpenDesk = Awaited<ReturnType<typeof openDesk>>

/** How long a stop may take before what is left is cut off, ms. */
const DRAIN = 12_000

/** The whole desk: its actors, its pages and its live connections, on a port. */
export const serveDesk = async (config: Config, parts: Parts = {}) => {
  const opened = await openDesk(config, parts)
  const { desk, node, postman } = opened
  const reach = (type: 'appeared' | 'vanished') => (agent: string) => {
    void mark(desk, node, agent, type, () => web.feeds.presence.has(agent))
  }
  const web = await openWeb(desk, config, {
    appeared: reach('appeared'),
    vanished: reach('vanished'),
  })
  const caretaker = openCaretaker({ node, ...desk })
  const server = await listen(config, web).catch(async (problem) => {
    web.close()
    await opened.close()
    throw problem
  })
  postman.start()
  await caretaker.start()
  return {
    ...opened,
    url: config.baseUrl,
    server,
    /** Ends live connections with a spread `retry`, finishes what is underway, then closes. */
    async close() {
      const cut = setTimeout(() => server.stop(true), DRAIN)
      await caretaker.stop()
      await web.drain()
      await server.stop()
      clearTimeout(cut)
      web.close()
      await opened.close()
    },
  }
}
/** Rejects when the port is taken or not allowed. */
const listen = async ({ port, host: hostname }: Config, web: Web) =>
  Bun.serve({
    port,
    hostname,
    idleTimeout: 60,
    maxRequestBodySize: 1024 * 1024,
    fetch: web.fetch,
    websocket: web.websocket,
    development: false,
    // Outside development Bun would share the port with another process that has it.
    reusePort: false,
    error: web.error,
  })

/** How often, and how many times, a mark is tried again while the store does not answer, ms. */
const AGAIN = 2_000
const TIMES = 30

/** Tells an agent's actor that he is in reach here or no longer, as long as that is so. */
const mark = async (
  { system, clock, log }: Desk,
  node: string,
  agent: string,
  type: 'appeared' | 'vanished',
  isHere: () => boolean,
) => {
  for (let times = 0; times < TIMES && isHere() === (type === 'appeared'); times += 1) {
    try {
      await system.send(addressOf('agent', agent), { type, at: clock.now(), node })
      return
    } catch (problem) {
      log.warn('an agent could not be marked', { type, problem })
      await Bun.sleep(AGAIN)
    }
  }
}

export type ServedDesk = Awaited<ReturnType<typeof serveDesk>>
