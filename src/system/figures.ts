import { openCounter } from './counter'
import type { FollowerParts } from './follower'
import { openShifts } from './shifts'

type Parts = FollowerParts & Parameters<typeof openCounter>[0] & Parameters<typeof openShifts>[0]

/** All that the reports count: conversations, and shifts. */
export const openFigures = (parts: Parts) => {
  const all = [openCounter(parts), openShifts(parts)]
  return {
    start() {
      for (const one of all) one.start()
    },
    async stop() {
      await Promise.all(all.map((one) => one.stop()))
    },
  }
}
