import { openCounter } from '../../src/system/counter'
import { openShifts } from '../../src/system/shifts'
import type { TestDesk } from './desk'

/** Counts all there is to count, by the clocks of a zone. */
export const countAll = async ({ desk }: Pick<TestDesk, 'desk'>, zone = 'UTC'): Promise<void> => {
  const workers = [
    openCounter({ node: 'counter', ...desk, zone }),
    openShifts({ node: 'counter', ...desk }),
  ]
  for (const worker of workers) {
    await worker.round()
    await worker.stop()
  }
}
