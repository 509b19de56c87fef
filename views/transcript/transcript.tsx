import type { Child } from 'hono/jsx'
import type { Entry as Line } from '../../actors/entry'
import { wordsIn } from '../words'
import { Entry, type EntryProps } from './entry'

export type TranscriptProps = Omit<EntryProps, 'entry'> & {
  entries: readonly Line[]
  /** The same entries as they were drawn before: an entry never changes. */
  drawn?: readonly Child[]
  /** Where older entries are to be had; null when these are all. */
  earlier: string | null
}

/**
 * What was said, oldest first. `data-today` and `data-yesterday` are the words by which the
 * browser kit may replace a day's date, which it alone knows past midnight.
 */
export const Transcript = ({ entries, drawn, earlier, ...props }: TranscriptProps) => {
  const { chat, times } = wordsIn(props.language)
  return (
    <>
      {earlier !== null && (
        <p class="earlier">
          <a href={earlier}>{chat.earlier}</a>
        </p>
      )}
      <ol
        id="transcript"
        role="log"
        aria-live="polite"
        aria-label={chat.transcript}
        class="transcript"
        data-today={times.today}
        data-yesterday={times.yesterday}
      >
        {drawn ?? entries.map((entry) => <Entry {...props} entry={entry} />)}
      </ol>
    </>
  )
}
