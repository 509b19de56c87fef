import { buttonColor, colorIn, positions } from '../../../actors/sites'
import { SitesPage, type SitesPageData, sitesInMenu, sitesPaths } from '../../../views/office/sites'
import { SitesPreview } from '../../../views/office/sites-preview'
import { configureSites, sitesForm } from '../../commands/sites/configure'
import { rotateSecret } from '../../commands/sites/rotate-secret'
import { readOfficeSites, sitesVersion } from '../../reads/sites'
import { deskOrigin } from '../desk-origin'
import { type Route, route } from '../route'
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

/** The button as it would be, by what is typed; where that is none, as it is now. */
const preview = route({
  ...{ method: 'GET', path: sitesPaths.preview, permission: 'sites.manage', framed: true },
  show: async (c, { reads }) => {
    const now = await reads.sites.get()
    const asked = c.req.query('color') ?? ''
    const color = buttonColor({ color: colorIn(asked) ?? '' }, reads.settings.of('brand').color)
    const position = positions.find((one) => one === c.req.query('position')) ?? now.position
    return c.html(String(SitesPreview({ ...c.get('look'), position, color })))
  },
})

/** Sites that may hold the chat, in the office. */
export const sitesRoutes: readonly Route[] = [
  page.show,
  preview,
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
