import { compare } from '../compare'
import type { Result } from '../load/job'
import { inTurn, type Yardstick } from '../measure'
import { ours } from '../ours'
import { loadMessages, rawDirect, type Variant } from '../variants'
import { paceOf } from './flat-out'

const READERS = 2_000

/** One conversation with very many readers. */
export const p6: Yardstick = {
  id: 'P6',
  measure: async (bench) => {
    const hall = { visitors: 1, readers: READERS, inFlight: 8, rate: null, ...paceOf(bench) }
    const run = (variant: Variant) => () => loadMessages(variant, hall)
    const results = await inTurn(bench, { ours: run(ours()), floor: run(rawDirect) })
    const about = {
      ...{ id: 'P6', what: 'SSE to 2,000 readers ÷ bare Bun direct stream', unit: 'deliveries/s' },
      bar: { is: 'at least', goal: 0.85, first: 0.6 } as const,
      figure: ({ deliveriesPerSecond }: Result) => deliveriesPerSecond,
      note: 'the floor has no database',
    }
    return [compare(about, results.ours, results.floor)]
  },
}
