import type { PageContext } from '../../page-context'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'

/** Leads to the search. The browser kit opens it over the page, and loads what that takes only then. */
export const SearchLink = ({ language, files = {} }: Pick<PageContext, 'language' | 'files'>) => {
  const { search: words } = wordsIn(language)
  return (
    <a
      id="search"
      class="search-link"
      href={paths.workbench.search()}
      aria-keyshortcuts="Control+K Meta+K"
      data-script={paths.static(files['palette.js'] ?? 'palette.js')}
      data-style={paths.static(files['search.css'] ?? 'search.css')}
      data-cut={words.cut}
    >
      <Icon name="search" />
      <span class="search-words">{words.label}</span>
      <kbd>Ctrl K</kbd>
    </a>
  )
}
