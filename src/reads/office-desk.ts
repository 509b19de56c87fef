import { LOGO, logoIn } from '../../actors/desk/logo'
import { correctionOf } from '../../actors/desk/palette'
import {
  type DeskGroup,
  deskFields,
  deskGroupIn,
  deskGroupName,
  deskGroups,
} from '../../actors/desk/settings'
import { typedText } from '../../actors/typed-settings'
import type { DeskDetails } from '../../views/office/settings/details'
import type { Store } from '../store/store'
import { editable, versionOf } from './editable'

/** Tells one state of a group of settings from another, as its form has them. */
export const groupVersion =
  (group: DeskGroup) =>
  (settings: object): string =>
    versionOf(typedText(deskFields(group), settings))

/** A group of the desk's settings, to be changed. */
export const readDeskGroup = async ({ accounts }: Store, group: DeskGroup) =>
  editable(deskFields(group), deskGroupIn(group, await accounts.setting(deskGroupName(group))))

/** What holds for the whole desk, for the page that changes it. */
export const readDeskDetails = async (store: Store, logoMb: number): Promise<DeskDetails> => {
  const { accounts } = store
  const [stored, groups] = await Promise.all([
    accounts.setting(LOGO),
    Promise.all(deskGroups.map(async (group) => [group, await readDeskGroup(store, group)])),
  ])
  const all: DeskDetails['groups'] = Object.fromEntries(groups)
  const color = all.brand.values.color ?? ''
  return {
    ...{ groups: all, logo: logoIn(stored), logoMb },
    correction: color === '' ? null : correctionOf(color),
  }
}
