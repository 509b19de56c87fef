import { paths } from '../../../views/paths'
import { route } from '../route'

/** Whether store and bus answer. */
export const showReady = route({
  method: 'GET',
  path: paths.ready,
  permission: 'anyone',
  show: async (c, web) => {
    const { desk } = web
    const store = await desk.store.ping().then(
      () => 'up',
      () => 'down',
    )
    const bus = desk.bus.state()
    const draining = web.draining()
    // A bus that is down slows news between nodes; it loses nothing and refuses nobody.
    const ready = store === 'up' && !draining
    const parked = desk.system.parked().length
    return c.json({ ready, store, bus, draining, parked }, ready ? 200 : 503)
  },
})
