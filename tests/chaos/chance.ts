/** Chance that can be had again: the same seed makes the same choices. */
export type Chance = {
  /** From 0 to 1. */
  next(): number
  between(from: number, to: number): number
  pick<T>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
}

/** Mulberry32: small, and even enough for choosing faults. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = <T>(items: readonly T[]): T => {
    const picked = items[Math.floor(next() * items.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
  return {
    next,
    between: (from, to) => from + next() * (to - from),
    pick,
    shuffle: (items) =>
      items
        .map((item) => ({ item, order: next() }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item),
  }
}

/** From `CHAOS_SEED` to repeat a run, else new each time. Printed by whoever uses it. */
export const newSeed = (): number =>
  Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 1_000_000))
