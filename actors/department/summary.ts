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
  settings: context.settings,
  createdAt: context.createdAt,
  removedAt: context.removedAt,
})

/** What others show of it and can change. */
const shown = ['name', 'settings', 'removedAt', 'shutSince'] as const

/** Then there is somebody for who comes, or nobody any more, as when the floor changes. */
const opensOrCloses = (before: State | null, after: State): boolean =>
  before !== null && before.context.shutSince !== after.context.shutSince

/** It was made or changed, who waits or who is free has changed: who shows it looks again. */
export const deriveDepartmentEffects: Derive<DepartmentContext> = (before, after, effects) => {
  const topic = addressOf('department', after.context.id)
  const touched = (kind: 'line' | 'floor') =>
    effects.some(
      (effect) =>
        (effect.do === 'keep' && effect.row.in === kind) ||
        (effect.do === 'drop' && effect.key.in === kind),
    )
  const isChanged =
    before === null || shown.some((name) => before.context[name] !== after.context[name])
  const facts: Fact[] = [
    ...(isChanged ? [{ topic, what: 'state' } as const] : []),
    ...(touched('line') ? [{ topic, what: 'line' } as const] : []),
    ...(touched('floor') || opensOrCloses(before, after)
      ? [{ topic, what: 'floor' } as const]
      : []),
  ]
  return [...effects, ...facts.map((fact): Effect => ({ do: 'announce', fact }))]
}
