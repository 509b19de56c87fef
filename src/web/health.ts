import { paths } from '../../views/paths'
import type { Desk } from '../commands/desk'
import { deskMark } from '../commands/tokens'
import type { App } from './context'

/** `/up`: the process answers, and which desk it is. `/ready`: store and bus do. */
export const healthRoutes = (app: App, desk: Desk, state: { draining: () => boolean }) => {
  app.get(paths.up, (c) => c.json({ up: true, desk: deskMark(desk.secret) }))

  app.get(paths.ready, async (c) => {
    const store = await desk.store.ping().then(
      () => 'up',
      () => 'down',
    )
    const bus = desk.bus.state()
    // A bus that is down slows news between nodes; it loses nothing and refuses nobody.
    const ready = store === 'up' && !state.draining()
    const draining = state.draining()
    const parked = desk.system.parked().length
    return c.json({ ready, store, bus, draining, parked }, ready ? 200 : 503)
  })
}
