import { FIRST_STEPS } from '../../../actors/first-steps'
import { auditRow, type Doer } from '../audit'
import type { Desk } from '../desk'

/** The desk was just set up: what comes next is shown from now on. */
export const beginFirstSteps = ({ store }: Pick<Desk, 'store'>): Promise<void> =>
  store.accounts.setSetting(FIRST_STEPS, 'shown')

/** They stand in the menu no more. Twice is done. */
export const putAwayFirstSteps = async (desk: Desk, by: Doer): Promise<null> => {
  const row = auditRow(desk, by, 'removed', 'firstSteps:desk')
  if ((await desk.store.accounts.setting(FIRST_STEPS)) !== undefined)
    await desk.store.accounts.setSetting(FIRST_STEPS, null, row)
  return null
}
