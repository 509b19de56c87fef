import { wordsIn } from '../../words'
import type { Language } from '../../words/language'

/** More than these are not counted. */
export const COUNTED_FOUND = 1_000

/** How many were found, where the list is looked for. Swapped live as `#found`. */
export const FoundCount = ({ found, language }: { found: number | null; language: Language }) => {
  const words = wordsIn(language).workbench.filters
  return (
    <p id="found" class="found">
      {found !== null &&
        (found > COUNTED_FOUND ? words.foundMany(COUNTED_FOUND) : words.found(found))}
    </p>
  )
}
