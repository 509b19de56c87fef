import type { Counts } from './load/job'
import { median } from './load/percentile'

/** What a figure must reach: at least, or at most, the goal and the first bar. */
export type Bar = { is: 'at least' | 'at most'; goal: number; first: number; unit?: string }

/** One line of the table. */
export type Row = {
  id: string
  what: string
  /** Both figures as people read them; the floor is empty where there is none. */
  ours: string
  floor: string
  /** The figure that is held against the bar: a ratio, or a figure of its own. */
  value: number
  bar: Bar
  counts: Counts | null
  /** Share of one core that the load generator used, ours beside the floor. */
  busy: string
  note?: string
}

/** How a run is made, and what several yardsticks share. */
export type Bench = {
  rounds: number
  /** Whether a yardstick is wanted in this run: runs that several share measure what they need. */
  wants(id: string): boolean
  warmUp: number
  seconds: number
  /** Measures once and keeps the answer, for yardsticks that look at the same runs. */
  once<T>(name: string, measure: () => Promise<T>): Promise<T>
  say(line: string): void
}

export type Yardstick = { id: string; measure(bench: Bench): Promise<Row[]> }

/** Runs the variants in turn, round after round, so that a slow minute of the machine meets all. */
export const inTurn = async <Name extends string, R>(
  bench: Bench,
  variants: Record<Name, () => Promise<R>>,
): Promise<Record<Name, R[]>> => {
  const results = Object.fromEntries(
    Object.keys(variants).map((name) => [name, []]),
  ) as unknown as Record<Name, R[]>
  for (let round = 1; round <= bench.rounds; round += 1) {
    for (const name of Object.keys(variants) as Name[]) {
      bench.say(`round ${round} of ${bench.rounds}: ${name}`)
      results[name].push(await variants[name]())
    }
  }
  return results
}

export const middle = <R>(results: readonly R[], figure: (result: R) => number): number =>
  median(results.map(figure))
