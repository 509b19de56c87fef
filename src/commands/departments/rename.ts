import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { neededName } from '../input'
import { read } from '../input/read'
import { nameProblem } from './names'
import { send } from './send'

/** `version` tells which name the form was made from; a program need not say. */
export const renameForm = z.strictObject({
  name: neededName,
  version: holding('value', z.string().max(64)).optional(),
})

/**
 * Gives a department another name, everywhere it is shown.
 * Problems: invalid `name`, missing `departmentUnknown`, conflict `departmentTaken` |
 * `changedMeanwhile` | `parked`.
 */
export const renameDepartment = async (
  desk: Desk,
  id: string,
  input: unknown,
  { versionOf }: { versionOf?: (name: string) => string } = {},
): Promise<null | Problem> => {
  const form = read(renameForm, input)
  if (isProblem(form)) return form
  const { name, version } = form
  const before = (await desk.store.departments.find(id))?.name
  const isOf = before === undefined || version === undefined || version === versionOf?.(before)
  if (!isOf) return new Problem('conflict', 'changedMeanwhile')
  const taken = await nameProblem(desk, id, name)
  if (taken) return taken
  const seen = version === undefined ? {} : { before }
  const sent = await send(desk, id, { type: 'renamed', at: desk.clock.now(), name, ...seen })
  if (sent !== 'refused') return sent
  return before === undefined
    ? new Problem('missing', 'departmentUnknown')
    : new Problem('conflict', 'changedMeanwhile')
}
