import { compare } from '../compare'
import type { Yardstick } from '../measure'
import { crowdNote, flatOut, perSecond, whyNoPeers } from './flat-out'

/** The same against what is usually written. */
export const p2: Yardstick = {
  id: 'P2',
  measure: async (bench) => {
    const { ours, socketIo } = await flatOut(bench)
    const about = {
      ...{ id: 'P2', what: 'the same ÷ socket.io on Node + better-sqlite3', unit: 'msg/s' },
      bar: { is: 'at least', goal: 1.5, first: 1.0 } as const,
      figure: perSecond,
      note: (await whyNoPeers()) ?? `${crowdNote}; one FULL insert a message on their side`,
    }
    return [compare(about, ours, socketIo)]
  },
}
