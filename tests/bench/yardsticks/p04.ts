import { compare } from '../compare'
import { inTurn, type Yardstick } from '../measure'
import { ours } from '../ours'
import { loadMessages, rawSingle, type Variant } from '../variants'
import { paceOf } from './flat-out'

/** One message with nobody else about: the next when the last has arrived everywhere. */
export const p4: Yardstick = {
  id: 'P4',
  measure: async (bench) => {
    const alone = { visitors: 1, readers: 2, inFlight: 1, rate: null, ...paceOf(bench) }
    const run = (variant: Variant) => () => loadMessages(variant, alone)
    const results = await inTurn(bench, { ours: run(ours()), floor: run(rawSingle) })
    const about = {
      ...{ id: 'P4', what: 'one message alone, deliver p50 ÷ raw FULL', unit: 'ms' },
      bar: { is: 'at most', goal: 1.5, first: 2.5 } as const,
      figure: ({ p50 }: { p50: number }) => p50,
    }
    return [compare(about, results.ours, results.floor)]
  },
}
