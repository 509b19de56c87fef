import { z } from 'zod'

/**
 * What a field of a form holds. `words` somebody typed themself: they come back to them when they
 * are not taken. A `secret` no page shows or carries again. A `value` was chosen, or stood on the
 * page: it is sent again as it was.
 */
export type Holds = 'words' | 'secret' | 'value'

const said = z.registry<{ holds: Holds }>()

/** Says of a field what it holds; whatever is made of that field holds the same. */
export const holding = <Field extends z.core.$ZodType>(holds: Holds, field: Field): Field => {
  said.add(field, { holds })
  return field
}

/**
 * What a field holds. What takes one of some words, or a number, holds a value without saying so;
 * undefined for another of which nobody said it: that is kept like a secret.
 */
export const holdsOf = (field: z.core.$ZodType): Holds | undefined =>
  toldOf(field) ?? (isChosen(field) ? 'value' : undefined)

const toldOf = (field: z.core.$ZodType): Holds | undefined =>
  said.get(field)?.holds ??
  partsOf(field)
    .map(toldOf)
    .find((told) => told !== undefined)

const CHOSEN: ReadonlySet<string> = new Set(['enum', 'literal', 'number', 'int', 'boolean'])

const isChosen = (field: z.core.$ZodType): boolean => {
  const parts = partsOf(field)
  return parts.length > 0 ? parts.every(isChosen) : CHOSEN.has(field._zod.def.type)
}

/** What a field is made of, as far as that reads what was sent. */
const partsOf = (field: z.core.$ZodType): readonly z.core.$ZodType[] => {
  if (field instanceof z.ZodPipe) return [field.def.in]
  if (field instanceof z.ZodUnion) return field.def.options
  const isAround =
    field instanceof z.ZodOptional ||
    field instanceof z.ZodNullable ||
    field instanceof z.ZodDefault
  return isAround ? [field.def.innerType] : []
}
