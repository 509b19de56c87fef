import type { Mail } from '../actors/mail'
import type { Language } from '../views/words/language'
import { openLocalBus } from './bus/local'
import { type Clock, systemClock } from './clock'
import { ensureDepartment } from './commands/departments/ensure'
import type { Desk } from './commands/desk'
import { openPasswords } from './commands/passwords'
import type { Config } from './config'
import { openFiles } from './files/files'
import { openOutbox } from './letters/outbox'
import { type Letters, startLetters } from './letters/start'
import { type Log, openLog } from './log'
import { openBlocks } from './open/blocks'
import { epochOf } from './open/epoch'
import { mark } from './open/mark'
import { maskedStore, openMasks } from './open/masks'
import { openOneClock } from './open/one-clock'
import { openPort } from './open/port'
import { untilThere } from './open/until-there'
import { waitingAt } from './open/waiting'
import { openWorkers } from './open/workers'
import { openRate } from './policies/rate'
import { openPusher } from './push/pusher'
import { awayReason } from './store/away'
import { openStore } from './store/open-store'
import { withoutOutages } from './store/outage'
import type { Store } from './store/store'
import { openPostman } from './system/postman'
import { openSystem } from './system/system'
import { openWeb } from './web/web'

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
  const own = parts.clock ?? systemClock
  const whole = parts.log ?? openLog(config.logLevel)
  const log = withoutOutages(whole)
  const node = own.id()
  const opened = await openStore({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    clock: own,
    log: whole,
  })
  const store = parts.aroundStore?.(opened) ?? opened
  const epoch = await epochOf(store).catch(async (problem) => {
    await store.close()
    throw problem
  })
  const time = await openOneClock(own, { store, log }).catch(async (problem) => {
    await store.close()
    throw problem
  })
  const { clock } = time
  const bus = await openBus(config.redisUrl, { clock, log })
  const posted = (mail: readonly Mail[], cancels: readonly string[]) =>
    postman.posted(mail, cancels)
  const system = openSystem({ store, bus, clock, log, posted })
  const postman = openPostman({ store, system, clock, log })
  const closeStore = async (problem: unknown) => {
    await bus.close()
    time.close()
    await store.close()
    throw problem
  }
  const blocks = await openBlocks({ store, bus, clock, log }).catch(closeStore)
  const masks = await openMasks({ store, bus, clock, log }).catch(closeStore)
  const desk: Desk = {
    store: maskedStore(store, masks.mask),
    ...{ unmasked: { transcripts: store.transcripts }, masks, system, bus, clock, log },
    rate: openRate(config.rateFactor),
    blocks: blocks.list,
    passwords: openPasswords(),
    files: openFiles(config, store),
    secret: config.secret,
    epoch,
    mails: config.mail !== undefined,
    providersInside: config.providersInside,
    outbox: openOutbox(config.dataDir),
  }
  /** In reverse: nothing is taken on, what is underway is finished, the store closes last. */
  const close = async () => {
    await postman.stop()
    await system.rest()
    blocks.close()
    masks.close()
    await bus.close()
    await store.nodes.leave(node).catch(() => {})
    time.close()
    await store.close()
  }
  try {
    await ensureDepartment(desk)
    config.keepSecret?.()
  } catch (problem) {
    await close()
    throw problem
  }
  return { node, desk, postman, close }
}
export type OpenDesk = Awaited<ReturnType<typeof openDesk>>

/** What speaks to Redis is loaded by whoever has one: it is much of what a command would start with. */
const openBus = async (url: string | undefined, { clock, log }: { clock: Clock; log: Log }) =>
  url ? (await import('./bus/redis')).openRedisBus({ url, clock, log }) : openLocalBus({ log })

/** How long a stop may take before what is left is cut off, ms. */
const DRAIN_MS = 12_000

export type ServeParts = Parts & {
  /** Opens what stands beside the pages. A desk that cannot have it is not opened at all. */
  beside?: (desk: Desk) => { close(): void }
  /** Settles when the program is to end, for a desk that is not open yet. */
  stopped?: Promise<void>
  /** Hears why the desk cannot be opened yet. */
  waits?: (why: string) => void
}

/**
 * The whole desk: its actors, its pages and its live connections, on a port. It opens as a whole or
 * not at all; only for a database server that is away it waits, and says so at its port. Rejects
 * with one clear sentence, with a `ListenFault`, or with `Stopped`.
 */
export const serveDesk = async (config: Config, parts: ServeParts = {}) => {
  const { clock = systemClock, log = openLog(config.logLevel), stopped } = parts
  const port = openPort(config)
  const waits = waitingAt(port, config, { ...parts, clock, log })
  const isMysql = config.databaseUrl.startsWith('mysql:')
  const whyAway = (problem: unknown) => (isMysql ? awayReason(problem) : undefined)
  const open = () => openBehind(port, config, { ...parts, clock, log })
  const { whole, server } = await untilThere(open, { clock, stopped, whyAway, waits }).catch(
    async (problem) => {
      await port.close()
      throw problem
    },
  )
  const { node, desk, postman } = whole
  postman.start()
  return {
    ...{ node, desk, postman },
    url: config.baseUrl,
    server,
    /** Ends live connections with a spread `retry`, finishes what is underway, then closes. */
    async close() {
      const cut = clock.after(DRAIN_MS, () => void server.stop(true))
      await whole.drain()
      await server.stop()
      cut()
      await whole.close()
    },
  }
}
export type ServedDesk = Awaited<ReturnType<typeof serveDesk>>

const openBehind = async (port: ReturnType<typeof openPort>, config: Config, parts: ServeParts) => {
  const whole = await openWhole(config, parts)
  try {
    return { whole, server: port.show(whole.web) }
  } catch (problem) {
    await whole.abandon()
    throw problem
  }
}

/** Everything but the port. */
const openWhole = async (config: Config, { beside, ...parts }: ServeParts) => {
  const opened = await openDesk(config, parts)
  const { desk, node } = opened
  let closed = false
  const reach = (type: 'appeared' | 'vanished') => (agent: string, silentMs?: number) => {
    const isSo = () => web.feeds.presence.has(agent) === (type === 'appeared')
    void mark(desk, { agent, type, node, silentMs }, () => !closed && isSo())
  }
  const web = await openWeb(desk, config, {
    appeared: reach('appeared'),
    vanished: reach('vanished'),
  })
  const woke = () => web.feeds.presence.tellAgain()
  const workers = openWorkers({ node, desk, woke }, config)
  const { baseUrl, secret } = config
  const pusher = openPusher({ ...desk, baseUrl, secret })
  let door: { close(): void } | undefined
  let letters: Letters | undefined
  const stop = async () => {
    door?.close()
    pusher.close()
    await Promise.all([workers.stop(), letters?.stop()])
  }
  const close = async () => {
    web.close()
    closed = true
    await opened.close()
  }
  const abandon = async () => {
    await stop()
    await close()
  }
  try {
    door = beside?.(desk)
    // With a database elsewhere it is the first sign in the folder of a desk that is open.
    config.keepSecret?.()
    await workers.start()
    const { texts } = web.reads
    const edition = (language: Language) => texts.edition(language)
    letters = await startLetters({ node, ...desk, ...config, edition })
  } catch (problem) {
    await abandon()
    throw problem
  }
  const drain = async () => {
    await stop()
    await web.drain()
  }
  return { ...opened, web, drain, close, abandon }
}
