import type { DeskGroup } from '../../../actors/desk/settings'
import { textOfKind } from '../../../actors/settings'
import { SettingsPage } from '../../../views/office/settings/page'
import { settingsInMenu, settingsPath, settingsPaths } from '../../../views/office/settings/paths'
import { stillPage } from '../../../views/office/texts/preview'
import { talk } from '../../../views/office/texts/samples'
import { LOGO_MB, removeLogo } from '../../commands/desk-settings/logo'
import { readDeskDetails } from '../../reads/office-desk'
import { filesTried } from '../brand/sheets'
import { visitorLook } from '../context'
import { type Route, route } from '../route'
import { takeLogo } from './logo'
import { officePage } from './page'
import { savesGroup } from './save-group'

const page = officePage({
  ...{ path: settingsPath, permission: 'settings.manage', menu: settingsInMenu },
  find: () => null,
  read: ({ desk }) => readDeskDetails(desk.store, LOGO_MB),
  draw: (desk, context) => SettingsPage({ ...context, desk }),
  told: ({ groups, logoMb: _, ...desk }) => ({
    ...desk,
    ...Object.fromEntries(Object.entries(groups).map(([group, { values }]) => [group, values])),
  }),
})

const changes = (group: DeskGroup, said: 'saved' | 'kept') =>
  page.verb({
    ...savesGroup(group),
    ...{ path: settingsPaths.group(group), said, to: () => settingsPath },
  })

/** A chat as it would look in a colour: the one that is typed, else the desk's. */
const preview = route({
  ...{ method: 'GET', path: settingsPaths.preview, permission: 'settings.manage', framed: true },
  show: (c, { reads }) => {
    const look = visitorLook(c)
    const color =
      textOfKind('color', c.req.query('color') ?? '') ?? reads.settings.of('brand').color
    const { 'brand.css': _, ...files } = look.files ?? {}
    const tried = color === '' ? files : filesTried(files, color)
    return c.html(stillPage(talk()({ ...look, files: tried })))
  },
})

/** What holds for the whole desk, in the office. */
export const settingsRoutes: readonly Route[] = [
  page.show,
  changes('brand', 'saved'),
  changes('uploads', 'kept'),
  changes('notices', 'kept'),
  page.verb({
    ...{ path: settingsPaths.logo, name: 'logo', said: 'logo', streams: true },
    run: async ({ c, web }) => {
      const outcome = await takeLogo(c, web.desk)
      await web.reads.settings.load()
      return outcome
    },
    to: () => settingsPath,
  }),
  page.verb({
    ...{ path: settingsPaths.logoRemoval, name: 'logo', said: 'noLogo' },
    run: async ({ web }) => {
      const outcome = await removeLogo(web.desk)
      await web.reads.settings.load()
      return outcome
    },
    to: () => settingsPath,
  }),
  preview,
]
