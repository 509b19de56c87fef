import { DESK_NAME } from '../../../actors/desk-name'
import {
  type DeskSettings,
  SettingsPage,
  settingsInMenu,
  settingsPath,
} from '../../../views/office/settings'
import { deskNameForm, nameDesk } from '../../commands/desk-name/change'
import { nameVersion } from '../../reads/editable'
import type { Store } from '../../store/store'
import type { Route } from '../route'
import { officePage } from './page'

const readSettings = async ({ accounts }: Store): Promise<DeskSettings> => {
  const name = (await accounts.setting(DESK_NAME)) ?? ''
  return { name, version: nameVersion(name) }
}

const page = officePage({
  ...{ path: settingsPath, permission: 'settings.manage', menu: settingsInMenu },
  find: () => null,
  read: ({ desk }) => readSettings(desk.store),
  draw: (desk, context) => SettingsPage({ ...context, desk }),
})

/** What holds for the whole desk, in the office. */
export const settingsRoutes: readonly Route[] = [
  page.show,
  page.verb({
    ...{ path: settingsPath, name: 'desk', said: 'saved', form: deskNameForm },
    run: async ({ web, input }) => {
      const outcome = await nameDesk(web.desk, input, { versionOf: nameVersion })
      await web.deskName.load()
      return outcome
    },
  }),
]
