import { z } from 'zod'
import { DESK_NAME } from '../../../actors/desk-name'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { personName } from '../input'
import { read } from '../input/read'

/** `version` tells which name the form was made from; a program need not say. */
export const deskNameForm = z.strictObject({
  name: personName,
  version: holding('value', z.string().max(64)).optional(),
})

/**
 * What visitors read as the name of the desk from now on; an empty one gives that of the program back.
 * Problems: invalid `nameTooLong` | `textNotValid`, conflict `changedMeanwhile`.
 */
export const nameDesk = async (
  desk: Desk,
  input: unknown,
  { versionOf }: { versionOf?: (name: string) => string } = {},
): Promise<null | Problem> => {
  const form = read(deskNameForm, input)
  if (isProblem(form)) return form
  const { name, version } = form
  const stored = await desk.store.accounts.setting(DESK_NAME)
  const before = stored ?? ''
  if (name === before) return null
  if (version !== undefined && version !== versionOf?.(before))
    return new Problem('conflict', 'changedMeanwhile')
  const next = name === '' ? null : name
  return (await desk.store.accounts.changeSetting(DESK_NAME, stored, next))
    ? null
    : new Problem('conflict', 'changedMeanwhile')
}
