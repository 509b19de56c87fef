import { afterAll, beforeAll, describe } from 'bun:test'
import type { Store } from '../../../src/store/store'

/** Opens a store over an empty database. */
export type Fresh = () => Promise<Store>

/** A group of tests over a database of their own. */
export const withStore = (
  name: string,
  fresh: Fresh,
  tests: (store: () => Store) => void,
): void => {
  describe(name, () => {
    let opened: Store | undefined
    beforeAll(async () => {
      opened = await fresh()
    })
    afterAll(() => opened?.close())
    tests(() => {
      if (!opened) throw new Error('The store is not open yet')
      return opened
    })
  })
}

/** How often each outcome came. */
export const tallied = (outcomes: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(outcomes, (outcome) => outcome)).map(([outcome, all]) => [
      outcome,
      all?.length ?? 0,
    ]),
  )

/** What `make` answers for each of many: so many are under way at once as a store takes. */
export const crowd = async <Q, A>(all: readonly Q[], make: (one: Q) => Promise<A>) => {
  const answers: A[] = []
  for (let from = 0; from < all.length; from += 200)
    answers.push(...(await Promise.all(all.slice(from, from + 200).map(make))))
  return answers
}

/** `make(0)`, `make(1)` … all under way at once. */
export const together = <T>(n: number, make: (nth: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, nth) => make(nth)))
