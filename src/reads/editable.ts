import { durationText } from '../../actors/durations'
import type { Field } from '../../actors/settings'
import { typedText } from '../../actors/typed-settings'
import type { Editable } from '../../views/office/setting-fields'

/** Settings as a form shows them to be changed. */
export const editable = (fields: readonly Field[], settings: object): Editable => ({
  fields,
  values: typedText(fields, settings),
  ranges: Object.fromEntries(
    fields.flatMap((field) =>
      field.kind === 'duration'
        ? [[field.key, [durationText(field.min), durationText(field.max)] as const]]
        : [],
    ),
  ),
  version: versionOf(typedText(fields, settings)),
})

/** Tells one state of something from its others; a form brings it back. */
export const versionOf = (values: object): string => Bun.hash(JSON.stringify(values)).toString(36)

/** The same of what is called by one name. */
export const nameVersion = (name: string): string => versionOf({ name })
