import { compare, cpuEach, inSameRound } from '../compare'
import type { Result } from '../load/job'
import { inTurn, middle, type Yardstick } from '../measure'
import { ours } from '../ours'
import { short } from '../table'
import { openHolders, type Pushed } from '../workbenches'
import { allItTakes, crowdNote, perSecond } from './flat-out'

/** So many rounds more than usual: one run differs from the next by a tenth. */
const MORE = 2

/** What it costs that those who hold the conversations look at them. */
export const p16: Yardstick = {
  id: 'P16',
  measure: async (bench) => {
    const pushed: Pushed[] = []
    const watched = ours({
      open: async (program, agents) => {
        const workbenches = await openHolders(program, agents)
        pushed.push(workbenches.pushed)
        return workbenches.end
      },
    })
    const run = allItTakes(bench)
    const rounds = bench.rounds + MORE
    const { alone, beside } = await inTurn<'alone' | 'beside', Result>(
      { ...bench, rounds },
      { alone: run(ours()), beside: run(watched) },
    )
    const about = {
      ...{ id: 'P16', what: 'P1 with the workbenches of its holders ÷ without', unit: 'msg/s' },
      bar: { is: 'at least', goal: 0.9, first: 0.75 } as const,
      figure: perSecond,
      note: `${crowdNote}, 4 workbenches with a conversation open: ${short(kilobytes(pushed, beside))} KB pushed for each message; ${rounds} rounds; by CPU each ${short(inSameRound(alone, beside, cpuEach))}`,
    }
    const row = compare(about, beside, alone)
    const closed = pushed.reduce((sum, one) => sum + one.closed, 0)
    const counts = row.counts && { ...row.counts, lost: row.counts.lost + closed }
    return [{ ...row, value: inSameRound(beside, alone, perSecond), counts }]
  },
}

const kilobytes = (pushed: readonly Pushed[], runs: readonly Result[]) =>
  middle(
    pushed.map(({ bytes }, nth) => bytes / (runs[nth]?.sent ?? 1)),
    (each) => each / 1024,
  )
