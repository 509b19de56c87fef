import { compare } from '../compare'
import { inTurn, type Yardstick } from '../measure'
import { ours } from '../ours'
import { loadMessages, rawGroup, type Variant } from '../variants'
import { crowd, flatOut, paceOf, rateOf } from './flat-out'

/** Of what the slower one can take: the load both are put under. */
const LOAD = 0.6

/** How late the slowest hundredth arrives under a load both can take, on a fixed schedule. */
export const p3: Yardstick = {
  id: 'P3',
  measure: async (bench) => {
    const most = await flatOut(bench)
    const rate = LOAD * Math.min(rateOf(most.ours), rateOf(most.floor))
    const run = (variant: Variant) => () =>
      loadMessages(variant, { ...crowd, rate, ...paceOf(bench) })
    const late = await inTurn(bench, { ours: run(ours()), floor: run(rawGroup) })
    const about = {
      ...{ id: 'P3', what: 'deliver p99 under that load ÷ floor', unit: 'ms' },
      bar: { is: 'at most', goal: 1.5, first: 2.5 } as const,
      figure: ({ p99 }: { p99: number }) => p99,
      note: `both at ${Math.round(rate)} msg/s on a fixed schedule`,
    }
    return [compare(about, late.ours, late.floor)]
  },
}
