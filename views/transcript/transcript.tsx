import type { Child } from 'hono/jsx'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'
import { Earlier } from './earlier'

export type TranscriptProps = {
  language: Edition
  /** Its entries in order, drawn: an entry never changes, and is drawn once for many pages. */
  drawn: Child
  /** Where older entries are to be had; null when these are all. */
  earlier: string | null
  /** The page with the newest ones, when these are not they: without a script nothing brings them. */
  newest?: string
}

/** What was said, oldest first. */
export const Transcript = ({ language, drawn, earlier, newest }: TranscriptProps) => {
  const { chat } = wordsIn(language)
  return (
    <>
      <Earlier language={language} earlier={earlier} />
      <div role="log" aria-live="polite" aria-label={chat.transcript}>
        <ol id="transcript" class="transcript">
          {drawn}
        </ol>
      </div>
      {newest !== undefined && (
        <noscript>
          <p class="earlier">
            <a href={newest}>{chat.toNewest}</a>
          </p>
        </noscript>
      )}
    </>
  )
}
