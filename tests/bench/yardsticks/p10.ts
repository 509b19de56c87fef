import { compare } from '../compare'
import type { Yardstick } from '../measure'
import { flatOut, perSecond } from './flat-out'
import { FULL } from './full-desk'

/** Whether what is stored already slows what is being said. */
export const p10: Yardstick = {
  id: 'P10',
  measure: async (bench) => {
    const { ours, filled } = await flatOut(bench)
    const about = {
      ...{ id: 'P10', what: 'P1 with 1,000,000 stored ÷ P1 empty', unit: 'msg/s' },
      bar: { is: 'at least', goal: 0.95, first: 0.9 } as const,
      figure: perSecond,
      note: `${FULL.conversations * FULL.messages} entries of ${FULL.conversations} closed conversations`,
    }
    return [compare(about, filled, ours)]
  },
}
