import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { Fact } from '../facts'
import type { Derive } from '../logic'
import type { DepartmentRow } from '../summary'
import type { DepartmentContext } from './context'

type State = { value: unknown; context: DepartmentContext }

export const summarizeDepartment = ({ context }: State): DepartmentRow => ({
  id: context.id,
  name: context.name,
  strategy: context.strategy,
  acceptance: context.acceptance,
  timings: context.timings,
})

/** It was made or set up anew, who waits or who is free has changed: who shows it looks again. */
export const deriveDepartmentEffects: Derive<DepartmentContext> = (before, after, effects) => {
  const topic = addressOf('department', after.context.id)
  const touched = (kind: 'line' | 'floor') =>
    effects.some(
      (effect) =>
        (effect.do === 'keep' && effect.row.in === kind) ||
        (effect.do === 'drop' && effect.key.in === kind),
    )
  // Being set up brings timings of its own, the same ones too.
  const isSetUp = before?.context.timings !== after.context.timings
  const facts: Fact[] = [
    ...(isSetUp ? [{ topic, what: 'state' } as const] : []),
    ...(touched('line') ? [{ topic, what: 'line' } as const] : []),
    ...(touched('floor') ? [{ topic, what: 'floor' } as const] : []),
  ]
  return [...effects, ...facts.map((fact): Effect => ({ do: 'announce', fact }))]
}
