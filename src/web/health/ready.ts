import { paths } from '../../../views/paths'
import { Unavailable } from '../../store/unavailable'
import { route } from '../route'

/** Whether store and bus answer. */
export const showReady = route({
  method: 'GET',
  path: paths.ready,
  permission: 'anyone',
  show: async (c, web) => {
    const { desk } = web
    const reason = await desk.store.ping().then(() => undefined, reasonOf)
    const store = reason === undefined ? 'up' : 'down'
    const bus = desk.bus.state()
    const draining = web.draining()
    // A bus that is down slows news between nodes; it loses nothing and refuses nobody.
    const ready = store === 'up' && !draining
    const parked = desk.system.parked().length
    return c.json({ ready, store, bus, draining, parked, reason }, ready ? 200 : 503)
  },
})

/**
 * In our own words and the code of a driver's error alone: everybody may ask, and its message names
 * servers, users and tables.
 */
const reasonOf = (problem: unknown): string => {
  if (problem instanceof Unavailable && problem.full) return 'The disk is full'
  const { cause } = problem as { cause?: unknown }
  const code = cause instanceof Error ? String((cause as { code?: unknown }).code) : ''
  return `The store does not answer${/^[A-Z][A-Z_]{2,40}$/.test(code) ? ` (${code})` : ''}`
}
