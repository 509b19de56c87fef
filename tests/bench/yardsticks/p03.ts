import { compare } from '../compare'
import type { Result } from '../load/job'
import { inTurn, middle, type Yardstick } from '../measure'
import { ours } from '../ours'
import { loadMessages, rawGroup } from '../variants'
import { crowd, paceOf } from './flat-out'

/** Of what ours takes flat out: the load both are put under. */
const LOAD = 0.6
/** A hundredth of fewer messages than these seconds bring would be the work of one pause or two. */
const SECONDS = 10

/**
 * How late the slowest hundredth arrives under a load both can take, on a fixed schedule. What
 * ours can take changes with what else the machine does, so each round measures it anew and at
 * once puts both under their share of that.
 */
export const p3: Yardstick = {
  id: 'P3',
  measure: async (bench) => {
    const pace = { ...paceOf(bench), seconds: Math.max(SECONDS, bench.seconds) }
    let rate: number | null = null
    const late = await inTurn<'ours' | 'floor', Result>(bench, {
      ours: async () => {
        const load = { ...crowd, rate: { share: LOAD }, ...pace }
        const result = await loadMessages(ours(), load)
        rate = result.rate
        return result
      },
      floor: () => loadMessages(rawGroup, { ...crowd, rate, ...pace }),
    })
    const about = {
      ...{ id: 'P3', what: 'deliver p99 under that load ÷ floor', unit: 'ms' },
      bar: { is: 'at most', goal: 1.5, first: 2.5 } as const,
      figure: ({ p99 }: { p99: number }) => p99,
      note: `both at ${Math.round(middle(late.ours, (one) => one.rate ?? 0))} msg/s on a fixed schedule`,
    }
    return [compare(about, late.ours, late.floor)]
  },
}
