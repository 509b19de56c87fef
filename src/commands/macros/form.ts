import { z } from 'zod'
import { type MacroAct, macroLimits } from '../../../actors/canned/macro'
import { holding } from '../../../actors/holds'
import { Problem } from '../../../actors/problem'
import { isActive } from '../../../actors/summary'
import { gapsIn, isVariable } from '../../../actors/text/template'
import { activeNamed } from '../departments/named'
import type { Desk } from '../desk'
import { isThere, messageText, nameUpTo } from '../input'
import { actNames, actProblem, besideOf, besideStep, parting } from './acts'

const nths = Array.from({ length: macroLimits.acts }, (_, nth) => nth + 1)

const acts = Object.fromEntries(
  nths.flatMap((nth) => [
    [`act.${nth}`, holding('value', z.string().max(64)).optional()],
    [`value.${nth}`, holding('words', z.string().max(8000)).optional()],
  ]),
)

/** Its acts are `act.1`, `value.1` and so on, one after the other; an empty act is none. */
export const macroForm = z.strictObject({
  name: nameUpTo(macroLimits.name).superRefine(isThere),
  departments: holding('value', z.string().max(4000)).default(''),
  version: holding('value', z.string().max(64)).optional(),
  ...acts,
})

export const actsIn = (form: Record<string, unknown>): MacroAct[] =>
  nths.flatMap((nth) => {
    const does = form[`act.${nth}`]
    const value = form[`value.${nth}`]
    if (typeof does !== 'string' || does === '') return []
    return [{ does, value: typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '' }]
  })

/** Ids of departments, as they stand in a form. */
export const departmentsIn = (typed: string): string[] => [
  ...new Set(typed.split(/[\s,]+/).filter(Boolean)),
]

/**
 * Why these cannot be a macro. Null when they can.
 * Problems: invalid `macroEmpty` | `macroEndsEarly` | `macroActNotValid` | `macroAsks` |
 * `departmentUnknown`.
 */
export const actsProblem = async (
  desk: Desk,
  all: readonly MacroAct[],
): Promise<Problem | null> => {
  if (all.length === 0) return new Problem('invalid', 'macroEmpty', { field: 'act.1' })
  for (const [at, act] of all.entries()) {
    const nth = at + 1
    if (!actNames.includes(act.does)) return actProblem(nth)
    if (parting.has(act.does) && nth < all.length)
      return new Problem('invalid', 'macroEndsEarly', { field: `act.${nth}` })
    const wrong = await actWrong(desk, act, nth)
    if (wrong) return wrong
  }
  return null
}

const actWrong = async (desk: Desk, { does, value }: MacroAct, nth: number) => {
  const beside = besideOf(does)
  if (beside) return besideStep(beside, value) ? null : actProblem(nth)
  if (does === 'say')
    return messageText.safeParse(value).success ? asking(value, nth) : actProblem(nth)
  if (does !== 'transfer') return null
  const department = await activeNamed(desk, value)
  return department instanceof Problem ? actProblem(nth) : null
}

/** Nobody is there to be asked. */
const asking = (text: string, nth: number): Problem | null => {
  const gap = gapsIn(text).find((one) =>
    one.kind === 'question' ? one.instead === null : !isVariable(one.name),
  )
  return gap
    ? new Problem('invalid', 'macroAsks', { field: `value.${nth}`, values: { gap: gap.raw } })
    : null
}

/** Problems: invalid `departmentUnknown`. */
export const departmentsProblem = async (
  { store }: Pick<Desk, 'store'>,
  ids: readonly string[],
): Promise<Problem | null> => {
  const known = new Set((await store.departments.all()).filter(isActive).map(({ id }) => id))
  return ids.every((id) => known.has(id))
    ? null
    : new Problem('invalid', 'departmentUnknown', { field: 'departments' })
}
