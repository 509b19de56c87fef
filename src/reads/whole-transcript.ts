import type { Entry } from '../../actors/entry'
import type { Audience } from '../../views/transcript/entry-props'
import type { Store } from '../store/store'
import { isFor } from './entries'

/** Lines read at once, and of how many a transcript is taken along. */
const STRETCH_LINES = 500
const MOST_LINES = 100_000

/** Every entry of a conversation that a reader may see, in order, as it is now. */
export const wholeTranscript = async (
  { transcripts }: Pick<Store, 'transcripts'>,
  conversation: string,
  audience: Audience,
): Promise<Entry[]> => {
  const all: Entry[] = []
  for (let after = 0; after < MOST_LINES; after += STRETCH_LINES) {
    const lines = await transcripts.after(conversation, after, STRETCH_LINES)
    all.push(...lines.filter((entry) => entry.changes === null && isFor(audience, entry)))
    if (lines.length < STRETCH_LINES) break
  }
  return all
}
