import { usualWrapUp } from '../../../actors/department/usual-wrap-up'
import type { FormField } from '../../../actors/form/field'
import { isProblem, Problem } from '../../../actors/problem'
import type { DepartmentRow } from '../../../actors/summary'
import type { Desk } from '../desk'
import { type FieldsChange, removedField, savedField } from '../forms/fields'
import { configureDepartment } from './configure'

/** Tells one state of what is asked from its others; a form of the office brings it back. */
export const wrapUpVersion = (fields: readonly FormField[]): string =>
  Bun.hash(JSON.stringify(fields)).toString(36)

/**
 * Asks something before a conversation of a department ends, or asks it otherwise.
 * Problems: invalid (field), missing, conflict `keyTaken` | `tooManyFields` | `changedMeanwhile`.
 */
export const saveWrapUpField = (desk: Desk, department: DepartmentRow, input: unknown) =>
  changeWrapUp(desk, department, savedField(input))

/** Asks it no longer; what was answered stays. Problems: missing, conflict `changedMeanwhile`. */
export const removeWrapUpField = (desk: Desk, department: DepartmentRow, input: unknown) =>
  changeWrapUp(desk, department, removedField(input))

/** Asks what most desks ask, where nothing is asked yet. Problems: conflict `changedMeanwhile`. */
export const askUsualWrapUp = (desk: Desk, department: DepartmentRow) =>
  changeWrapUp(desk, department, {
    version: wrapUpVersion([]),
    change: () => usualWrapUp,
  })

const changeWrapUp = async (
  desk: Desk,
  { id, settings }: DepartmentRow,
  changed: FieldsChange | Problem,
): Promise<null | Problem> => {
  if (isProblem(changed)) return changed
  const { version, change } = changed
  if (version !== undefined && version !== wrapUpVersion(settings.wrapUpFields))
    return new Problem('conflict', 'changedMeanwhile')
  const wrapUpFields = change(settings.wrapUpFields)
  return isProblem(wrapUpFields)
    ? wrapUpFields
    : configureDepartment(desk, id, { wrapUpFields }, settings)
}
