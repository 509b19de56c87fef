import { addressOf } from '../actors/address'
import type { Mail } from '../actors/mail'
import { openLocalBus } from './bus/local'
import { openRedisBus } from './bus/redis'
import { type Clock, systemClock } from './clock'
import { ensureDepartment } from './commands/departments/ensure'
import type { Desk } from './commands/desk'
import { openPasswords } from './commands/passwords'
import { type Config, EVERYWHERE } from './config'
import { type Log, openLog } from './log'
import { openRate } from './policies/rate'
import { retry } from './retry'
import { openStore } from './store/open-store'
import type { Store } from './store/store'
import { openMaintenance } from './system/maintenance'
import { openPostman } from './system/postman'
import { openSystem } from './system/system'
import { openWeb, type Web } from './web/web'

export type Parts = {
  clock?: Clock
  log?: Log
  /** Puts something around the store, such as what counts its calls. */
  aroundStore?: (store: Store) => Store
}

/**
 * The desk without its front: store, bus, actors and post. Commands of the program work with it.
 * Throws one clear sentence when the store cannot be opened.
 */
export const openDesk = async (config: Config, parts: Parts = {}) => {
  const clock = parts.clock ?? systemClock
  const log = parts.log ?? openLog(config.logLevel)
  const node = clock.id()
  const opened = await openStore({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    clock,
    log,
  })
  const store = parts.aroundStore?.(opened) ?? opened
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
  /** In reverse: nothing is taken on, what is underway is finished, the store closes last. */
  const close = async () => {
    await postman.stop()
    await system.rest()
    await bus.close()
    await store.nodes.leave(node).catch(() => {})
    await store.close()
  }
  await ensureDepartment(desk).catch(async (problem) => {
    await close()
    throw problem
  })
  return { node, desk, postman, close }
}
export type OpenDesk = Awaited<ReturnType<typeof openDesk>>

/** How long a stop may take before what is left is cut off, ms. */
const DRAIN_MS = 12_000

/** The whole desk: its actors, its pages and its live connections, on a port. */
export const serveDesk = async (config: Config, parts: Parts = {}) => {
  const opened = await openDesk(config, parts)
  const { desk, node, postman } = opened
  let closed = false
  const reach = (type: 'appeared' | 'vanished') => (agent: string) => {
    const isSo = () => web.feeds.presence.has(agent) === (type === 'appeared')
    void mark(desk, { agent, type, node }, () => !closed && isSo())
  }
  const web = await openWeb(desk, config, {
    appeared: reach('appeared'),
    vanished: reach('vanished'),
  })
  const maintenance = openMaintenance({ node, ...desk, woke: () => web.feeds.presence.tellAgain() })
  const start = async () => {
    await maintenance.start()
    return listen(config, web)
  }
  const server = await start().catch(async (problem) => {
    await maintenance.stop()
    web.close()
    await opened.close()
    throw problem
  })
  postman.start()
  return {
    ...opened,
    url: config.baseUrl,
    server,
    /** Ends live connections with a spread `retry`, finishes what is underway, then closes. */
    async close() {
      const cut = desk.clock.after(DRAIN_MS, () => void server.stop(true))
      await maintenance.stop()
      await web.drain()
      await server.stop()
      cut()
      web.close()
      closed = true
      await opened.close()
    },
  }
}

/** Rejects when the port is taken or not allowed. */
const listen = async ({ port, host }: Config, web: Web) =>
  listenOn(host, (hostname) =>
    Bun.serve({
      port,
      hostname,
      idleTimeout: 60,
      // What is too large is answered like everything else, by our own limit (`src/web/body.ts`).
      maxRequestBodySize: Number.MAX_SAFE_INTEGER,
      fetch: web.fetch,
      websocket: web.websocket,
      development: false,
      // Outside development Bun would share the port with another process that has it.
      reusePort: false,
      error: web.error,
    }),
  )

/** Where a machine has no IPv6 at all, everywhere is every address of IPv4. */
export const listenOn = <Server>(host: string, listen: (hostname: string) => Server): Server => {
  try {
    return listen(host)
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
    if (host !== EVERYWHERE || code === 'EADDRINUSE' || code === 'EACCES') throw problem
    return listen('0.0.0.0')
  }
}

/** How often a mark is tried again while the store does not answer, ms. */
const RETRY_MS = 2_000

/**
 * Tells an agent's actor that they are in reach here or no longer. Nobody says so a second time, so it
 * is tried until it went through or is no longer so, however long the store is away.
 */
const mark = async (
  { system, clock, log }: Desk,
  { agent, type, node }: { agent: string; type: 'appeared' | 'vanished'; node: string },
  isSo: () => boolean,
) => {
  const tell = async () => {
    if (isSo()) await system.send(addressOf('agent', agent), { type, at: clock.now(), node })
  }
  await retry(clock, tell, (failures, problem) => {
    if (failures === 0) log.warn('an agent could not be marked yet', { agent, type, problem })
    return RETRY_MS
  })
}

export type ServedDesk = Awaited<ReturnType<typeof serveDesk>>
