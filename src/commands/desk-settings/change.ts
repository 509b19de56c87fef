import { z } from 'zod'
import {
  type DeskGroup,
  deskFields,
  deskGroupIn,
  deskGroupName,
} from '../../../actors/desk/settings'
import { isDeepEqual } from '../../../actors/equal'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import { typedChanges } from '../../../actors/typed-settings'
import { INDEX_VERSION } from '../../system/indexer'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { tell } from './tell'

/** What of a group is changed; what is left out stays. `version` tells what the form was made from. */
export const deskSettingsForm = (group: DeskGroup) =>
  z.strictObject({
    version: holding('value', z.string().max(64)).optional(),
    ...typedChanges(deskFields(group)),
  })

/**
 * Changes what holds for the whole desk, on every node at once. `versionOf` tells one state of the group
 * from another. Problems: invalid (field), conflict `changedMeanwhile`.
 */
export const changeDeskSettings = async (
  desk: Desk,
  group: DeskGroup,
  input: unknown,
  { versionOf }: { versionOf?: (settings: object) => string } = {},
): Promise<null | Problem> => {
  const form = read(deskSettingsForm(group), input)
  if (isProblem(form)) return form
  const { version, ...changes } = form
  const name = deskGroupName(group)
  const stored = await desk.store.accounts.setting(name)
  const now: object = deskGroupIn(group, stored)
  if (version !== undefined && version !== versionOf?.(now))
    return new Problem('conflict', 'changedMeanwhile')
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  const next = { ...now, ...Object.fromEntries(given) }
  if (isDeepEqual(now, next)) return null
  if (!(await desk.store.accounts.changeSetting(name, stored, JSON.stringify(next))))
    return new Problem('conflict', 'changedMeanwhile')
  tell(desk)
  if (group === 'addresses') await desk.masks.load()
  if (group === 'masking') {
    await desk.masks.load()
    // What is found by what is masked is found no more.
    await desk.store.accounts.setSetting(INDEX_VERSION, null)
  }
  return null
}
