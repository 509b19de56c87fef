import type { z } from 'zod'
import { Problem, type Reason } from '../../../actors/problem'

/** Names that somebody else made up, as far as a sentence can hold them. */
const listed = (keys: readonly string[]) => {
  const all = keys.join(', ')
  return all.length > 60 ? `${all.slice(0, 60).toWellFormed()}…` : all
}

/**
 * Reads untrusted input through a schema: the data, or the first thing that is wrong with it as
 * one sentence naming its field.
 */
export const read = <Shape extends z.ZodType>(
  schema: Shape,
  input: unknown,
): z.output<Shape> | Problem => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [first] = result.error.issues
  const field = first?.path.map(String).join('.') ?? ''
  if (first?.code === 'custom' && first.params?.reason)
    return new Problem('invalid', first.params.reason as Reason, {
      field,
      values: first.params.values,
    })
  if (first?.code === 'unrecognized_keys')
    return new Problem('invalid', 'fieldUnknown', { values: { field: listed(first.keys) } })
  return new Problem('invalid', 'fieldNotValid', { field, values: { field } })
}
