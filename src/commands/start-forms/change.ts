import { addressOf } from '../../../actors/address'
import { isDeepEqual } from '../../../actors/equal'
import { isProblem, Problem } from '../../../actors/problem'
import {
  emptyStartForm,
  type StartForm,
  startFormIn,
  startFormName,
} from '../../../actors/start/form'
import type { Desk } from '../desk'

/** Tells one state of a form from its others; a form of the office brings it back. */
export const startFormVersion = (form: StartForm): string =>
  Bun.hash(JSON.stringify(form)).toString(36)

/**
 * Changes what a department, or the whole desk, asks before a chat: from the state that somebody
 * saw, if they say which. Of several who change it in one moment one does. Every page that shows it is
 * told.
 * Problems: conflict `changedMeanwhile`, and those of the change.
 */
export const changeStartForm = async (
  desk: Desk,
  of: string,
  version: string | undefined,
  change: (form: StartForm) => StartForm | Problem,
): Promise<null | Problem> => {
  const { accounts } = desk.store
  const stored = await accounts.setting(startFormName(of))
  const before = startFormIn(stored)
  if (version !== undefined && version !== startFormVersion(before))
    return new Problem('conflict', 'changedMeanwhile')
  const after = change(before)
  if (isProblem(after)) return after
  if (isDeepEqual(before, after)) return null
  const isEmpty = isDeepEqual(after, emptyStartForm)
  const next = isEmpty ? null : JSON.stringify(after)
  if (!(await accounts.changeSetting(startFormName(of), stored, next)))
    return new Problem('conflict', 'changedMeanwhile')
  desk.bus.publish([{ topic: addressOf('department', of), what: 'state' }])
  return null
}
