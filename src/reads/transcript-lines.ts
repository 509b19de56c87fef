import type { Entry } from '../../actors/entry'
import type { Store } from '../store/store'

type Transcripts = Store['transcripts']

/** A line of a transcript, by its own `seq`, and the entry it puts on a page. */
export type Line = {
  seq: number
  /** Itself; of one that changes another, that other one as it is now. */
  entry: Entry
  isChange: boolean
}

/** One that was just written and changes nothing. */
export const lineOf = (entry: Entry): Line => ({ seq: entry.seq, entry, isChange: false })

/** What lines put on a page, in order. */
export const linesOf = (transcripts: Transcripts, read: readonly Entry[]): Promise<Line[]> =>
  Promise.all(
    read.map(async (entry) => {
      if (entry.changes === null) return lineOf(entry)
      const changed = await transcripts.shown(entry.conversation, entry.changes)
      return { seq: entry.seq, entry: changed ?? entry, isChange: true }
    }),
  )

/** The entries of lines, each once: for a page that shows nothing of the transcript before. */
export const entriesOf = (lines: readonly Line[]): Entry[] => [
  ...new Map(lines.map(({ entry }) => [entry.clientId, entry])).values(),
]
