import type { Staff } from '../../../actors/people'
import { SystemPage } from '../../../views/office/system/page'
import { systemFeedPath, systemInMenu, systemPath } from '../../../views/office/system/paths'
import { refreshS } from '../../../views/refresh'
import { noHandlers } from '../../live/socket'
import { readSystem } from '../../reads/office-system'
import type { WebContext } from '../context'
import { staffOf } from '../gate/identify'
import { staff } from '../person'
import { type Route, route } from '../route'
import { openStream } from '../stream'
import { officePage } from './page'

/** How this node feels, and all that it shares with others. */
export const systemOf = ({ desk, config, vitals, feeds }: WebContext) =>
  readSystem({
    ...{ store: desk.store, bus: desk.bus, clock: desk.clock, vitals, config },
    ...{ parked: () => desk.system.parked().length, counts: feeds.counts },
  })

const page = officePage({
  ...{ path: systemPath, permission: 'system.read', menu: systemInMenu, renewsS: refreshS.lists },
  find: (c) => staff(c),
  read: (web) => systemOf(web),
  draw: (view, context) => SystemPage({ ...context, view }),
})

const feed = route({
  ...{ method: 'GET', path: systemFeedPath, permission: 'system.read', live: true },
  show: (c, web) => {
    const token = c.get('sessionToken')
    const session = {
      staff: staff(c),
      check: async () => (await staffOf(web.desk, token)) as Staff | null,
    }
    const { language, zone } = c.get('look')
    const seen = { read: () => systemOf(web), look: { language, zone } }
    return openStream(c, web, 'sse', noHandlers, (pipe, caller) =>
      web.feeds.system(session, seen, pipe, caller),
    )
  },
})

/** How the desk feels, live. */
export const systemRoutes: readonly Route[] = [page.show, feed]
