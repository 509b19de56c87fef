import { wordsIn } from '../words'
import type { Language } from '../words/language'

/** A part of a page, by the id and the words of its heading. */
export type SectionLink = readonly [id: string, title: string]

/** What stands on a long page, each a link to it. */
export const SectionLinks = ({ links, language }: SectionLinksProps) => (
  <nav class="office-sections" aria-label={wordsIn(language).office.sections}>
    <ul>
      {links.map(([id, title]) => (
        <li>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)
type SectionLinksProps = { links: readonly SectionLink[]; language: Language }
