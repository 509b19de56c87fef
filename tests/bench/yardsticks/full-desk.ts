import { fill } from '../fill'
import type { Bench } from '../measure'
import { copyOf, databaseOf, deskWith } from '../ours'

export const FULL = { conversations: 20_000, messages: 50 }

/** Copies of a desk with its agents and a million messages, filled once in a run. */
export const fullDesk = (bench: Bench) => async () =>
  copyOf(
    await bench.once('a full desk', async () => {
      const dataDir = await deskWith(4)
      bench.say('writing 1,000,000 messages')
      fill(databaseOf(dataDir), FULL)
      return dataDir
    }),
  )
