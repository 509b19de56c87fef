import { openCounter } from '../../src/system/counter'
import type { TestDesk } from './desk'

/** Counts all there is to count, by the clocks of a zone. */
export const countAll = async ({ desk }: Pick<TestDesk, 'desk'>, zone = 'UTC'): Promise<void> => {
  const counter = openCounter({ node: 'counter', ...desk, zone })
  await counter.round()
  await counter.stop()
}
