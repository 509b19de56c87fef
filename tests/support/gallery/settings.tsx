import { HomePage } from '../../../views/home'
import { SettingsPage, settingsInMenu } from '../../../views/office/settings'
import * as data from './data'
import { lookOf, type Picture } from './picture'

/** What holds for the whole desk, and a front door under the longest name it may have. */
export const settingsPictures: readonly Picture[] = [
  {
    name: 'office-settings',
    page: (given) => (
      <SettingsPage
        {...lookOf(given)}
        me={{ id: data.olga, name: 'Olga' }}
        menu={[settingsInMenu]}
        page={settingsInMenu}
        desk={{ name: 'Bücher & Co', version: 'v1' }}
      />
    ),
  },
  {
    name: 'home-named',
    once: true,
    page: (given) => <HomePage {...lookOf(given)} brand={'W'.repeat(120)} staff={false} />,
  },
]
