import { compare } from '../compare'
import type { Yardstick } from '../measure'
import { crowdNote, flatOut, perSecond } from './flat-out'

/** The first bar: of what the floor takes. */
export const mustTake = 0.4

/** A persisted message end to end: post, commit, render, two readers. */
export const p1: Yardstick = {
  id: 'P1',
  measure: async (bench) => {
    const { ours, floor } = await flatOut(bench)
    const about = {
      ...{ id: 'P1', what: 'persisted message ÷ raw FULL + group commit', unit: 'msg/s' },
      bar: { is: 'at least', goal: 0.6, first: mustTake } as const,
      figure: perSecond,
      note: crowdNote,
    }
    return [compare(about, ours, floor)]
  },
}
