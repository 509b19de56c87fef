/**
 * Chance that can be had again: the same seed gives the same numbers. (mulberry32, which is small
 * and good enough to shuffle tests.)
 */
export const openChance = (seed: number) => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    next,
    /** A whole number from 0, below an end. */
    below,
    /** True this often, 0 to 1. */
    happens: (share: number): boolean => next() < share,
    /** One of them; there must be one. */
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
    /** Some of them, in their order; perhaps none. */
    some: <T>(from: readonly T[]): T[] => from.filter(() => next() < 0.5),
    /** One of them by weight. */
    weighed: <T extends string>(weights: Readonly<Record<T, number>>): T => {
      const names = Object.keys(weights) as T[]
      let left = next() * names.reduce((sum, name) => sum + weights[name], 0)
      for (const name of names) {
        left -= weights[name]
        if (left < 0) return name
      }
      return names[0] as T
    },
  }
}
export type Chance = ReturnType<typeof openChance>
