import { correctionOf } from '../../../actors/desk/palette'
import { deskFields, deskGroups, deskSettings } from '../../../actors/desk/settings'
import { Problem } from '../../../actors/problem'
import { editable } from '../../../src/reads/editable'
import { StartPage } from '../../../views/chat/start'
import { HomePage } from '../../../views/home'
import type { OfficeContext } from '../../../views/office/context'
import type { DeskDetails } from '../../../views/office/settings/details'
import { SettingsPage } from '../../../views/office/settings/page'
import { settingsInMenu } from '../../../views/office/settings/paths'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const groups = (brand: object = {}): DeskDetails['groups'] =>
  Object.fromEntries(
    deskGroups.map((group) => {
      const own = group === 'brand' ? brand : {}
      return [group, editable(deskFields(group), { ...deskSettings[group].initial, ...own })]
    }),
  ) as DeskDetails['groups']

const plain: DeskDetails = {
  groups: groups({ name: 'Bücher & Co' }),
  ...{ logo: null, logoMb: 4, correction: null },
}

const settings = (
  name: string,
  desk: Partial<DeskDetails> = {},
  refused?: OfficeContext['refused'],
): Picture => ({
  name,
  height: 2600,
  page: (given) => (
    <SettingsPage
      {...lookOf(given)}
      me={{ id: data.olga, name: 'Olga' }}
      menu={[settingsInMenu]}
      page={settingsInMenu}
      {...(refused ? { refused } : {})}
      desk={{ ...plain, ...desk }}
    />
  ),
})

const privacy = 'https://shop.example/privacy'

/** What holds for the whole desk, and a front door under the longest name it may have. */
export const settingsPictures: readonly Picture[] = [
  settings('office-settings'),
  settings('office-settings-brand', {
    groups: groups({ name: 'Bücher & Co', color: '#ffd500', privacy, logoAlone: true }),
    correction: correctionOf('#ffd500'),
    logo: { mark: 'none', width: 288, height: 96 },
  }),
  settings(
    'office-settings-refused',
    {},
    {
      form: 'brand',
      problem: new Problem('invalid', 'linkNotValid', { field: 'privacy' }),
      typed: { color: '#0a7d5a', privacy: 'shop.example', logoAlone: 'no' },
    },
  ),
  {
    name: 'home-named',
    once: true,
    page: (given) => (
      <HomePage {...lookOf(given)} brand={'W'.repeat(120)} privacy={privacy} staff={false} />
    ),
  },
  {
    name: 'start-privacy',
    page: (given) => (
      <StartPage
        {...lookOf(given)}
        {...{ privacy, departments: [], clientId: 'c-1', keptAs: 'start-x' }}
      />
    ),
  },
]
