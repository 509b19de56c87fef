import { firstStepPaths } from '../../views/office/first-steps/paths'
import type { Desk } from '../commands/desk'
import { watchTriggers } from '../commands/visitors/watch-triggers'
import type { Config } from '../config'
import { openFeeds } from '../feeds/feeds'
import { socketHandler } from '../live/socket'
import { openFirstSteps } from '../reads/first-steps'
import { openReads } from '../reads/open'
import { openVitals } from '../vitals/vitals'
import { appOf, withHost } from './app'
import { loadAssets } from './assets'
import { openDeskSheets } from './brand/sheets'
import type { WebContext } from './context'
import { openCrossSiteLog } from './gate/cross-site-log'
import { openStrangers } from './gate/strangers'
import { newNonce, secure } from './headers'
import { openFaces } from './me/faces'
import { officeMenu } from './office/menu'
import type { Route } from './route'
import { routes as allRoutes } from './routes'
import { openPlaces } from './visit/places'

/** How long a stop waits so that a proxy sees `/ready` say no before the streams end, ms. */
const DRAIN_NOTICE_MS = 300

/** All pages and live connections, as a function of a request. */
export const openWeb = async (
  desk: Desk,
  config: Config,
  reach: { appeared(agent: string): void; vanished(agent: string, silentMs: number): void },
  routes: readonly Route[] = allRoutes,
) => {
  const reads = openReads(desk)
  await Promise.all([reads.texts.load(), reads.settings.load()])
  const vitals = openVitals(desk.clock)
  const feeds = openFeeds(reads, reach, (ms) => vitals.feeds.add(ms))
  const unlisten = desk.blocks.listen(() =>
    feeds.endVisitors(({ visitor, address }) => isKeptOut(desk, visitor, address)),
  )
  let draining = false
  const assets = await loadAssets()
  const faces = await openFaces(desk, assets.names)
  const sheets = openDeskSheets(reads.settings)
  const firstSteps = await openFirstSteps(desk)
  const web: WebContext = {
    ...{ desk, config, reads, feeds, assets, faces, sheets, vitals, probes: new Set() },
    ...{ firstSteps, draining: () => draining },
    places: openPlaces(config.placesFile, desk.log),
    triggers: watchTriggers(desk, (visitor) => reads.visitorPresence.of(visitor)?.page === 'open'),
    menu: officeMenu(routes, ({ path }) => path !== firstStepPaths.page || firstSteps.current()),
    strangers: openStrangers(desk.clock),
    logCrossSite: openCrossSiteLog(desk.log, desk.clock),
  }
  const app = appOf(web, routes)

  return {
    app,
    reads,
    feeds,
    fetch: (request: Request, server: Bun.Server<unknown>) =>
      app.fetch(withHost(request), { server }),
    websocket: socketHandler,
    /** What even the app could not answer. */
    error: (fault: Error) => {
      desk.log.error('the server failed', { problem: fault })
      return secure(new Response('Something went wrong', { status: 500 }), newNonce())
    },
    async drain() {
      draining = true
      await desk.clock.sleep(DRAIN_NOTICE_MS)
      feeds.drain()
    },
    close() {
      web.triggers.close()
      vitals.close()
      unlisten()
      feeds.close()
      reads.close()
    },
  }
}
const isKeptOut = ({ blocks }: Desk, visitor: string, address: string): boolean =>
  blocks.holds({ visitor, address: () => address }) !== undefined

export type Web = Awaited<ReturnType<typeof openWeb>>
