import { paths } from '../../../views/paths'
import { codesOf } from '../../disk/codes'
import { Unavailable } from '../../store/unavailable'
import { route } from '../route'

/** Whether store and bus answer, and the store takes what is written. */
export const showReady = route({
  method: 'GET',
  path: paths.ready,
  permission: 'anyone',
  show: async (c, web) => {
    const { desk } = web
    const reason =
      (await reasonOf(desk.store.ping(), 'The store does not answer')) ??
      (await reasonOf(desk.store.proveWritable(), 'The store takes no writes'))
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
 * Why it is not so, in our own words and the code of a driver's error alone: everybody may ask, and its
 * message names servers, users and tables.
 */
const reasonOf = (isSo: Promise<void>, words: string): Promise<string | undefined> =>
  isSo.then(
    () => undefined,
    (problem: unknown) => {
      if (problem instanceof Unavailable && problem.full) return 'The disk is full'
      const code = codesOf(problem).find((one) => /^[A-Z][A-Z_]{2,40}$/.test(one))
      return code === undefined ? words : `${words} (${code})`
    },
  )
