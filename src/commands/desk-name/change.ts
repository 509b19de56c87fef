import { z } from 'zod'
import { DESK_NAME } from '../../../actors/desk-name'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { auditRow } from '../audit'
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
 * `by` is left out on the command line.
 * Problems: invalid `nameTooLong` | `textNotValid`, conflict `changedMeanwhile`.
 */
export const nameDesk = async (
  desk: Desk,
  input: unknown,
  { by, versionOf }: { by?: Staff; versionOf?: (name: string) => string } = {},
): Promise<null | Problem> => {
  const form = read(deskNameForm, input)
  if (isProblem(form)) return form
  const { name, version } = form
  const before = (await desk.store.accounts.setting(DESK_NAME)) ?? ''
  if (name === before) return null
  if (version !== undefined && version !== versionOf?.(before))
    return new Problem('conflict', 'changedMeanwhile')
  await desk.store.accounts.setSetting(DESK_NAME, name === '' ? null : name)
  const detail = { value: name === '' ? null : name }
  if (by) await desk.store.audit.add(auditRow(desk, by, 'named', 'desk', detail))
  return null
}
