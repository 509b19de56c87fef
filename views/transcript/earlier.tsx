import type { Child } from 'hono/jsx'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'

type Earlier = {
  language: Edition
  /** Where older entries are to be had; null when there are none. */
  earlier: string | null
}

/** The way to what was said before the first entry shown. */
export const Earlier = ({ language, earlier }: Earlier) =>
  earlier === null ? null : (
    <p class="earlier">
      <a href={earlier}>{wordsIn(language).chat.earlier}</a>
    </p>
  )

/** Earlier entries alone, for a page that puts them above those it shows, and the way on. */
export const EarlierEntries = ({ drawn, ...way }: Earlier & { drawn: Child }) => (
  <>
    <Earlier {...way} />
    <ol>{drawn}</ol>
  </>
)
