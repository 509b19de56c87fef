import type { Origin, Origins } from '../../store/ports/origins'
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
  for (const one of all) outcomes.set(one, await bringOne(desk.store.origins, one, write))
  return outcomes
}

/** How often one is tried whose visitor is on the move meanwhile. */
const TRIES = 3

const bringOne = async <B extends Bringing>(
  origins: Pick<Origins, 'known'>,
  one: B,
  write: (some: readonly B[]) => Promise<'done' | 'taken'>,
): Promise<Outcome> => {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const outcome = await write([one]).catch(asRefused([one]))
    if (outcome === 'done') return { id: one.id }
    if (outcome === 'refused') break
    if ((await origins.known(one.origins)).length > 0) return { id: one.id, was: 'known' }
  }
  return { why: 'notTaken' }
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
