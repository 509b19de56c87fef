/** `npm run bench`: ours and the floors in turn, one table. `npm run bench -- P1 P4 --quick`. */
import { availableParallelism, loadavg, platform, release } from 'node:os'
import { readArgs } from './args'
import type { Bench, Row, Yardstick } from './measure'
import { tableOf, verdictOf } from './table'
import { p1 } from './yardsticks/p01'
import { p2 } from './yardsticks/p02'
import { p3 } from './yardsticks/p03'
import { p4 } from './yardsticks/p04'
import { p5 } from './yardsticks/p05'
import { p6 } from './yardsticks/p06'
import { p7 } from './yardsticks/p07'
import { p8 } from './yardsticks/p08'
import { p9 } from './yardsticks/p09'
import { p10 } from './yardsticks/p10'
import { p11 } from './yardsticks/p11'
import { p12 } from './yardsticks/p12'
import { p13 } from './yardsticks/p13'
import { p14 } from './yardsticks/p14'
import { p15 } from './yardsticks/p15'
import { p16 } from './yardsticks/p16'
import { p17 } from './yardsticks/p17'
import { p18 } from './yardsticks/p18'
import { p19 } from './yardsticks/p19'
import { p22 } from './yardsticks/p22'

const all = [
  p1,
  p2,
  p3,
  p4,
  p5,
  p6,
  p7,
  p8,
  p9,
  p10,
  p11,
  p12,
  p13,
  p14,
  p15,
  p16,
  p17,
  p18,
  p19,
  p22,
]

const open = (ids: readonly string[], quick: boolean): Bench => {
  const kept = new Map<string, Promise<unknown>>()
  return {
    rounds: quick ? 1 : 3,
    // Long enough for what is compiled while it runs to have been compiled.
    warmUp: quick ? 0.5 : 8,
    seconds: quick ? 1.5 : 3,
    wants: (id) => ids.includes(id),
    once: <T>(name: string, measure: () => Promise<T>) => {
      const known = kept.get(name) ?? measure()
      kept.set(name, known)
      return known as Promise<T>
    },
    say: (line) => process.stderr.write(`bench: ${line}\n`),
  }
}

const measureAll = async (yardsticks: readonly Yardstick[], bench: Bench): Promise<Row[]> => {
  const rows: Row[] = []
  for (const yardstick of yardsticks) {
    const began = performance.now()
    bench.say(yardstick.id)
    rows.push(...(await yardstick.measure(bench).catch((problem) => [failed(yardstick, problem)])))
    bench.say(`${yardstick.id} took ${Math.round((performance.now() - began) / 1000)} s`)
  }
  return rows
}

/** One that could not be measured does not hold, and does not keep the others from the table. */
const failed = ({ id }: Yardstick, problem: unknown): Row => ({
  ...{ id, what: 'could not be measured', ours: '', floor: '', value: Number.NaN, busy: '' },
  ...{ bar: { is: 'at least', goal: Number.NaN, first: Number.NaN }, counts: null },
  note: problem instanceof Error ? problem.message : String(problem),
})

/** What the figures were taken on; a machine that others use too says little. */
const surroundings = () => {
  const [minute = 0] = loadavg()
  return `Bun ${Bun.version}, ${availableParallelism()} cores, ${platform()} ${release()}, load average ${minute.toFixed(1)}`
}

try {
  const { ids, quick } = readArgs(
    process.argv.slice(2),
    all.map(({ id }) => id),
  )
  const chosen = all.filter(({ id }) => ids.includes(id))
  const rows = await measureAll(chosen, open(ids, quick))
  console.log(`\n${tableOf(rows)}\n\n${surroundings()}`)
  // Every figure must reach its first bar, and nothing may be lost.
  process.exit(rows.some((row) => verdictOf(row) === 'no') ? 1 : 0)
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem)
  process.exit(2)
}
