import { SitesPage, type SitesPageData, sitesInMenu, sitesPaths } from '../../../views/office/sites'
import { configureSites, sitesForm } from '../../commands/sites/configure'
import { rotateSecret } from '../../commands/sites/rotate-secret'
import { readOfficeSites, sitesVersion } from '../../reads/sites'
import { deskOrigin } from '../desk-origin'
import type { Route } from '../route'
import { officePage } from './page'

const page = officePage({
  ...{ path: sitesPaths.page, permission: 'sites.manage', menu: sitesInMenu, secret: true },
  find: (c, { config }) => ({ desk: deskOrigin(c, config) }),
  read: async ({ desk }, where): Promise<SitesPageData> => ({
    ...(await readOfficeSites(desk.store)),
    ...where,
  }),
  draw: (sites, context) => SitesPage({ ...context, sites }),
})

/** Sites that may hold the chat, in the office. */
export const sitesRoutes: readonly Route[] = [
  page.show,
  page.verb({
    ...{ path: sitesPaths.page, name: 'sites', said: 'saved', form: sitesForm },
    run: async ({ web, input }) => {
      const outcome = await configureSites(web.desk, input, sitesVersion)
      web.reads.sites.drop()
      return outcome
    },
  }),
  page.verb({
    ...{ path: sitesPaths.secret, name: 'secret', said: 'rotated' },
    run: ({ web }) => rotateSecret(web.desk),
    shown: (secret) => ({ secret }),
    made: (secret) => ({ secret }),
  }),
]
