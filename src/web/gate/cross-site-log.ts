import type { Clock } from '../../clock'
import { throttleWarnings } from '../../live/throttle-warnings'
import type { Log } from '../../log'
import type { WebContext } from '../context'

const REMEDY =
  'if people come by the address seen, set BASE_URL to it, and let the proxy pass the Host on with its port'

/**
 * Writes that something was refused because it came from elsewhere: mostly another site, but a
 * desk that was not told its address refuses its own people, and whoever runs it has to learn why.
 */
export const openCrossSiteLog = (log: Log, clock: Clock): WebContext['logCrossSite'] => {
  const throttled = throttleWarnings(log, clock)
  return (c, { values: { seen = 'nowhere', expected = c.req.header('Host') ?? '' } }) =>
    throttled.warn('refused what came from another address', {
      ...{ path: c.req.path, seen, expected, setting: 'BASE_URL', remedy: REMEDY },
      request: c.get('requestId'),
    })
}
