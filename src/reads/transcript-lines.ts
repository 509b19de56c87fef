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

/** What lines put on a page, in order. One that was changed many times is read once. */
export const linesOf = async (
  transcripts: Transcripts,
  read: readonly Entry[],
): Promise<Line[]> => {
  const asked = new Map<string, Promise<Entry | undefined>>()
  for (const { conversation, changes } of read)
    if (changes !== null && !asked.has(changes))
      asked.set(changes, transcripts.shown(conversation, changes))
  return Promise.all(
    read.map(async (entry) => {
      if (entry.changes === null) return lineOf(entry)
      return { seq: entry.seq, entry: (await asked.get(entry.changes)) ?? entry, isChange: true }
    }),
  )
}

/** The entries of lines, each once: for a page that shows nothing of the transcript before. */
export const entriesOf = (lines: readonly Line[]): Entry[] => [
  ...new Map(lines.map(({ entry }) => [entry.clientId, entry])).values(),
]
