import { Redis } from 'ioredis'
import type { Clock } from '../clock'
import type { Log } from '../log'

/** The longest rest between two tries to connect: a Redis that is back is found at once. */
const RECONNECT_MS = 1_000
const COMMAND_MS = 250
const CONNECT_MS = 2_000

/**
 * A connection that may fail in every way without anybody waiting: no queue, a quarter of a
 * second for a command, and endless tries to connect, spread so that nodes do not come together.
 */
export const connect = (url: string, clock: Clock, onError: (error: Error) => void): Redis => {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_MS,
    connectTimeout: CONNECT_MS,
    autoResubscribe: false,
    autoResendUnfulfilledCommands: false,
    disableClientInfo: true,
    retryStrategy: (times) =>
      Math.min(RECONNECT_MS, 50 * 2 ** Math.min(times, 10)) * (0.5 + clock.chance() / 2),
  })
  redis.on('error', onError)
  return redis
}

/** Tells the log of changes only, once each: an outage is one line, not one a try. */
export const openReport = (log: Log, url: string) => {
  const password = new URL(url).password
  let told: 'up' | 'down' | undefined
  let problem: string | undefined
  return {
    error: (error: Error) => {
      problem = password === '' ? error.message : error.message.replaceAll(password, '…')
    },
    tell: (state: 'up' | 'down') => {
      if (state === told) return
      told = state
      if (state === 'up') log.info('other nodes are reached through Redis')
      else log.warn('other nodes are not reached through Redis', { problem })
      problem = undefined
    },
  }
}
