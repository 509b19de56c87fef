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

/** In our own words alone: everybody may ask, and a driver names servers and users. */
const reasonOf = (problem: unknown): string =>
  problem instanceof Unavailable ? problem.message : 'The store does not answer'
