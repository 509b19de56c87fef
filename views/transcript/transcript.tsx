import type { Child } from 'hono/jsx'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

export type TranscriptProps = {
  language: Language
  /** Its entries in order, drawn: an entry never changes, and is drawn once for many pages. */
  drawn: Child
  /** Where older entries are to be had; null when these are all. */
  earlier: string | null
}

/** What was said, oldest first. */
export const Transcript = ({ language, drawn, earlier }: TranscriptProps) => {
  const { chat } = wordsIn(language)
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
      >
        {drawn}
      </ol>
    </>
  )
}
