import type { Chart } from './chart'

const SEPARATOR = '.'

/** The states that a value of a machine is in, outer ones first: `active`, `active.turn`, … */
export const statesIn = (value: unknown, around = ''): string[] => {
  const under = (name: string) => (around === '' ? name : `${around}${SEPARATOR}${name}`)
  if (typeof value === 'string') return [under(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    under(name),
    ...statesIn(inner, under(name)),
  ])
}

type Went = { event: string; before: readonly string[]; after: readonly string[] }

/**
 * By which edges of a chart a step went, each as `<from> <to>`: those of its event that lead from
 * where it was to where it is, and what follows at once.
 */
export const waysOf = ({ states, edges }: Chart, { event, before, after }: Went): string[] => {
  const isNew = (id: string) => !before.includes(id)
  const taken = edges.filter(
    ({ from, to, events }) =>
      events.includes(event) &&
      (from === '' || before.includes(from)) &&
      after.includes(to) &&
      (from === to || isNew(to) || isEntered(to, before, after)),
  )
  const isReached = (id: string) => taken.some(({ to }) => to === id)
  // What is around it was entered too, and begins there.
  const isBegun = (id: string) =>
    states.some((state) => state.id === id && state.isInitial && isNew(state.parent))
  const following = edges.filter(
    ({ to, events }) =>
      events.includes('always') &&
      after.includes(to) &&
      isNew(to) &&
      !isReached(to) &&
      !isBegun(to),
  )
  return [...taken, ...following].map(({ from, to }) => `${from} ${to}`)
}

/** It stands elsewhere in it than before: it was left and entered again. */
const isEntered = (id: string, before: readonly string[], after: readonly string[]): boolean =>
  after.some((inner) => inner.startsWith(`${id}${SEPARATOR}`) && !before.includes(inner))
