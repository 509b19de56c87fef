import type { Origin } from '../../store/ports/origins'
import type { Outcome } from './moved'
import type { Taking } from './taking'

/** One of several that are written together: its id, and what is written of it. */
export type Bringing = {
  id: string
  origins: readonly Origin[]
}

/**
 * Writes all of them in one transaction; where that is refused, because somebody else was quicker or one
 * of them is not as the store takes it, each in one of its own.
 */
export const bringAll = async <B extends Bringing>(
  { desk }: Pick<Taking, 'desk'>,
  all: readonly B[],
  write: (some: readonly B[]) => Promise<'done' | 'taken'>,
): Promise<Map<B, Outcome>> => {
  const outcomes = new Map<B, Outcome>()
  if (!desk || (await write(all).catch(asRefused(all))) === 'done') {
    for (const one of all) outcomes.set(one, { id: one.id })
    return outcomes
  }
  for (const one of all) {
    const outcome = await write([one]).catch(asRefused([one]))
    outcomes.set(one, await outcomeOf(desk.store.origins, one, outcome))
  }
  return outcomes
}

/** Of several the one at fault is looked for; of one alone a store that is away is nobody's fault. */
const asRefused =
  (all: readonly unknown[]) =>
  (problem: unknown): 'refused' => {
    if (all.length > 1 || isOfRow(problem)) return 'refused'
    throw problem
  }

/** It is one row that the database does not take, and not the database that is away. */
const isOfRow = (problem: unknown): boolean =>
  problem instanceof Error && problem.name !== 'Unavailable'

const outcomeOf = async (
  origins: { known(keys: readonly Origin[]): Promise<Origin[]> },
  one: Bringing,
  outcome: 'done' | 'taken' | 'refused',
): Promise<Outcome> => {
  if (outcome === 'done') return { id: one.id }
  const known = outcome === 'taken' ? await origins.known(one.origins) : []
  return known.length > 0 ? { id: one.id, was: 'known' } : { why: 'notTaken' }
}
