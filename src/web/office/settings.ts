import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Field } from '../../../actors/settings'
import { typedChanges, typedText } from '../../../actors/typed-settings'
import { read } from '../../commands/input/read'
import { versionOf } from '../../reads/editable'

/** The form that changes settings. With a `version` it is only taken while they are as they were then. */
export const settingsForm = (fields: readonly Field[]) =>
  z.strictObject({
    version: holding('value', z.string().max(64)).optional(),
    ...typedChanges(fields),
  })

/** What a form changes, and what it was changed from where the form says so. */
type Change<Settings> = { changes: Record<string, unknown>; before?: Settings }

/**
 * What was typed, as changes of the settings as they are now.
 * Problems: invalid (field), conflict `changedMeanwhile`.
 */
export const changesIn = <Settings extends object>(
  fields: readonly Field[],
  input: unknown,
  now: Settings,
  /** Those that the form shows, where it takes in more than that. */
  shown: readonly Field[] = fields,
): Change<Settings> | Problem => {
  const form = read(settingsForm(fields), input)
  if (isProblem(form)) return form
  const { version, ...typed } = form
  const changes = Object.fromEntries(
    Object.entries(typed).filter(([key, value]) => value !== Reflect.get(now, key)),
  )
  if (version === undefined) return { changes }
  return version === versionOf(typedText(shown, now))
    ? { changes, before: now }
    : new Problem('conflict', 'changedMeanwhile')
}
