import { probeRedis } from '../../bus/probe'
import { systemClock } from '../../clock'
import type { Config } from '../../config'
import { type ServerUrl, serverUrl } from '../../config/server-url'
import { bad, type Finding, fair, good } from './finding'

const goesOn =
  'The desk goes on without it; nodes then hear of each other within seconds instead of at once.'

/** Whether Redis answers and carries a message from one connection to another. */
export const lookAtBus = async ({ redisUrl }: Pick<Config, 'redisUrl'>): Promise<Finding[]> => {
  if (redisUrl === undefined) return [good('bus', 'alone: REDIS_URL is not set, one node')]
  const found = await probeRedis(redisUrl, systemClock)
  return 'tookMs' in found
    ? [
        good('bus', `Redis carried a message in ${found.tookMs} ms`),
        ...exposed(serverUrl('redis', redisUrl)),
      ]
    : [bad('bus', found.says, found.remedy ? `${found.remedy}\n${goesOn}` : goesOn)]
}

/** Hints name conversations, never their text; still nobody else should hear them or send any. */
const exposed = ({ host, password, tls }: ServerUrl): Finding[] => {
  if (/^(localhost$|127\.|::1$)/.test(host)) return []
  const lacks = [
    ...(password === '' ? ['no password'] : []),
    ...(tls === undefined ? ['no TLS'] : tls.verify ? [] : ['a certificate that is not looked at']),
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
