import { Redis } from 'ioredis'
import type { Clock } from '../clock'
import type { ServerUrl } from '../config/server-url'
import { socketOptions } from '../config/tls'
import { backOff } from '../retry'
import { HungUp } from './reasons'
import type { Reason } from './reasons/rules'
import { NoRedis, strangerIn } from './reasons/stranger'

/** The first rest before another try to connect, ms; each is twice as long as the one before. */
const FIRST_MS = 100
/**
 * The longest rest, ms: a Redis that is back is found at once, and one that says no is not asked
 * for ever in the same breath. Rests are spread, so that nodes do not come together.
 */
const LONGEST_MS = { away: 2_000, closed: 5_000, refused: 30_000 } as const
/** A connection to a machine that is gone never says goodbye. */
const GOODBYE_MS = 250

/** One connection to Redis that is made again and again, less and less often. */
export type Link = {
  redis: Redis
  /** Takes down why it does not work, and answers what kind of reason that is, if it is one. */
  failed(problem: Error): Reason['kind'] | undefined
  /** It carries what it is for: the next rest is short again. */
  works(): void
}

/** A link that is tried once, for who only looks. */
export type Tries = 'once' | 'for ever'

/**
 * A connection that may fail in every way without anybody waiting: no queue, a time limit for each
 * command, and no question but those that every user of a channel may ask.
 */
export const openLink = (
  server: ServerUrl,
  clock: Clock,
  report: (problem: Error) => Reason | undefined,
  tries: Tries = 'for ever',
): Link => {
  let failures = 0
  let kind: Reason['kind'] = 'away'
  let isTold = true
  let isStranger = false
  const restMs = () => backOff(FIRST_MS, LONGEST_MS[kind])(failures++) * (0.5 + clock.chance() / 2)
  const redis = new Redis({
    ...optionsOf(server),
    retryStrategy: () => (tries === 'once' ? null : restMs()),
  })
  const failed = (problem: Error) => {
    // All else that befalls a connection to another kind of server comes of that.
    if (isStranger && !(problem instanceof NoRedis)) return kind
    isTold = true
    const found = report(problem)?.kind
    kind = found ?? kind
    return found
  }
  redis.on('connecting', () => {
    isTold = false
    isStranger = false
  })
  redis.on('connect', () =>
    hearFirst(redis, (bytes) => {
      const stranger = strangerIn(bytes)
      if (stranger === undefined) return
      isStranger = true
      failed(stranger)
    }),
  )
  redis.on('ready', () => {
    isTold = true
    kind = 'away'
  })
  redis.on('error', failed)
  redis.on('close', () => {
    if (!isTold) failed(new HungUp())
  })
  return {
    ...{ redis, failed },
    works: () => {
      failures = 0
    },
  }
}

/** Before the driver, which takes everything for an answer of a Redis. */
const hearFirst = (redis: Redis, hear: (bytes: Buffer) => void) => {
  const stream: Pick<NodeJS.EventEmitter, 'prependOnceListener'> | undefined = Reflect.get(
    redis,
    'stream',
  )
  stream?.prependOnceListener('data', hear)
}

const optionsOf = ({ host, port, user, password, tls, connectMs, answerMs }: ServerUrl) => ({
  ...{ host, port, username: user, password },
  connectTimeout: connectMs,
  commandTimeout: answerMs,
  disconnectTimeout: GOODBYE_MS,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  disableClientInfo: true,
  // It would ask INFO, which not every user may, and tell the terminal so.
  enableReadyCheck: false,
  ...(tls && { tls: socketOptions(tls, host) }),
})
