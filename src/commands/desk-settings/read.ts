import { type DeskGroup, deskGroupIn, deskGroupName } from '../../../actors/desk/settings'
import type { Desk } from '../desk'

/** Settings of the whole desk as they are kept now. */
export const settingsOfDesk = async <G extends DeskGroup>(
  { store }: { store: Pick<Desk['store'], 'accounts'> },
  group: G,
) => deskGroupIn(group, await store.accounts.setting(deskGroupName(group)))
