import { type AnyAspect, aspects } from '../../../actors/conversation/aspects'
import type { MacroStep } from '../../../actors/conversation/steps'
import { Problem } from '../../../actors/problem'
import { deedsBeside } from '../conversations/beside'
import type { AspectVerb } from '../conversations/beside/deed'

/** What parts one from a conversation: it comes once, and last. */
export const parting: ReadonlySet<string> = new Set(['transfer', 'end'])

/** Something colleagues do beside the talk, as an act of a macro: its verb and the field of its form. */
type AspectAct = { verb: AspectVerb; aspect: AnyAspect; field: string }

const besides: ReadonlyMap<string, AspectAct> = new Map(
  (Object.keys(aspects) as AspectVerb[]).flatMap((verb): [string, AspectAct][] => {
    const aspect = aspects[verb] as unknown as AnyAspect
    if (aspect.does === 'write') return [[verb, { verb, aspect, field: 'text' }]]
    if (aspect.leads) return []
    // By which line it was pressed is nothing that a macro says.
    const fields = Object.keys(deedsBeside[verb].form.shape).filter((field) => field !== 'seq')
    return fields.map((field) => [`${verb}.${field}`, { verb, aspect, field }])
  }),
)

/** Every act there is: `say`, each of those beside the talk, `transfer`, `end`. */
export const actNames: readonly string[] = ['say', ...besides.keys(), ...parting]

export const besideOf = (does: string): AspectAct | undefined => besides.get(does)

/** What is done beside the talk, as a step; undefined where the value does not fit. */
export const besideStep = (
  { verb, aspect, field }: AspectAct,
  value: string,
): MacroStep | undefined => {
  if (aspect.does === 'write')
    return value.trim() === '' ? undefined : { does: 'write', event: aspect.event, text: value }
  if (value.trim() === '') return undefined
  const asked = deedsBeside[verb].form.safeParse({ [field]: value })
  if (!asked.success) return undefined
  // The cast is sound: the event is what the form of its own aspect has read.
  return { does: 'change', change: { type: aspect.event, ...asked.data } } as MacroStep
}

export const actProblem = (nth: number): Problem =>
  new Problem('invalid', 'macroActNotValid', { field: `value.${nth}`, values: { act: nth } })
