import { Redis } from 'ioredis'
import { systemClock } from '../../clock'
import type { Config } from '../../config'
import { bad, type Finding, fair, good, reasonOf } from './finding'

const TIMEOUT_MS = 2_000

/** Whether Redis answers and carries a message from one connection to another. */
export const lookAtBus = async ({ redisUrl }: Config): Promise<Finding[]> => {
  if (redisUrl === undefined) return [good('bus', 'alone: REDIS_URL is not set, one node')]
  const options = {
    lazyConnect: true,
    connectTimeout: TIMEOUT_MS,
    commandTimeout: TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  }
  const hears = new Redis(redisUrl, options)
  const speaks = new Redis(redisUrl, options)
  // What went wrong is told by the command that failed.
  for (const one of [hears, speaks]) one.on('error', () => {})
  try {
    await Promise.all([hears.connect(), speaks.connect()])
    const took = await ring(hears, speaks)
    return [good('bus', `Redis carried a message in ${took} ms`), ...exposed(redisUrl)]
  } catch (problem) {
    return [
      bad(
        'bus',
        `Redis at ${new URL(redisUrl).host} does not work: ${reasonOf(problem)}`,
        'The desk goes on without it; nodes then hear of each other within seconds instead of at once.',
      ),
    ]
  } finally {
    hears.disconnect()
    speaks.disconnect()
  }
}

const ring = async (hears: Redis, speaks: Redis): Promise<number> => {
  const channel = `bellhop:doctor:${process.pid}`
  const began = performance.now()
  const heard = new Promise<void>((resolve, reject) => {
    const stop = systemClock.after(TIMEOUT_MS, () => reject(new Error('its message never came')))
    hears.on('message', () => {
      stop()
      resolve()
    })
  })
  heard.catch(() => {})
  await hears.subscribe(channel)
  await speaks.publish(channel, 'here')
  await heard
  return Math.ceil(performance.now() - began)
}

/** Hints name conversations, never their text; still nobody else should hear them or send any. */
const exposed = (redisUrl: string): Finding[] => {
  const { hostname, protocol, password } = new URL(redisUrl)
  if (/^(localhost|127\.|\[?::1)/.test(hostname)) return []
  const lacks = [
    ...(password === '' ? ['no password'] : []),
    ...(protocol === 'redis:' ? ['no TLS'] : []),
  ]
  return lacks.length === 0
    ? []
    : [
        fair(
          'bus',
          `Redis is on another host with ${lacks.join(' and ')}`,
          'Use rediss:// with a password, or a network of its own.',
        ),
      ]
}
