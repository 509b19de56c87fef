import { openBackups } from '../backup/schedule'
import type { Desk } from '../commands/desk'
import { openEraser } from '../commands/privacy/eraser'
import { openRetention } from '../commands/privacy/retention-rounds'
import type { Config } from '../config'
import { deskZone } from '../reads/desk-zone'
import { openFigures } from '../system/figures'
import { openIndexer } from '../system/indexer'
import { openMaintenance } from '../system/maintenance'
import { openScheduled } from '../system/scheduled'
import { openSealer } from '../system/sealer'

type Needed = { node: string; desk: Desk; woke: () => void }

/** What works beside the pages of an open desk, on no request. `woke` hears that the machine slept. */
export const openWorkers = ({ node, desk, woke }: Needed, config: Config) => {
  const maintenance = openMaintenance({ node, ...desk, woke })
  const others = [
    openIndexer({ node, ...desk }),
    openFigures({ node, ...desk, zone: deskZone }),
    openScheduled(desk),
    openSealer(desk),
    openEraser({ node, desk }),
    openRetention({ node, desk }),
    openBackups({ node, ...desk }, config),
  ]
  return {
    start: async (): Promise<void> => {
      await maintenance.start()
      for (const worker of others) worker.start()
    },
    stop: async (): Promise<void> => {
      await Promise.all([maintenance, ...others].map((worker) => worker.stop()))
    },
  }
}
