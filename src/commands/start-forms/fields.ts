import { isProblem, type Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { type FieldsChange, removedField, savedField } from '../forms/fields'
import { changeStartForm } from './change'

/**
 * Asks something before a chat, or asks it otherwise.
 * Problems: invalid (field), missing, conflict `keyTaken` | `tooManyFields` | `changedMeanwhile`.
 */
export const saveField = (desk: Desk, of: string, input: unknown): Promise<null | Problem> =>
  changeFields(desk, of, savedField(input))

/** Asks it no longer; what was answered stays. Problems: missing, conflict `changedMeanwhile`. */
export const removeField = (desk: Desk, of: string, input: unknown): Promise<null | Problem> =>
  changeFields(desk, of, removedField(input))

const changeFields = async (
  desk: Desk,
  of: string,
  changed: FieldsChange | Problem,
): Promise<null | Problem> => {
  if (isProblem(changed)) return changed
  return changeStartForm(desk, of, changed.version, (before) => {
    const fields = changed.change(before.fields)
    return isProblem(fields) ? fields : { ...before, fields }
  })
}
