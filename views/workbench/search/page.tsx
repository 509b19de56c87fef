import type { PageContext } from '../../page-context'
import { DeskSheet } from '../../parts/desk-sheet'
import type { Me } from '../../parts/me-menu'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { SearchPanelProps } from './found'
import { SearchPanel } from './panel'

/** The search as a page of its own: the same panel that the workbench opens over itself. */
export const SearchPage = (props: PageContext & SearchPanelProps & { reader: Me }) => {
  const { language, files = {} } = props
  const words = wordsIn(language)
  return (
    <DeskSheet
      {...props}
      title={words.search.title}
      back={{ path: paths.workbench.page, name: words.workbench.title }}
      clock={props.zone}
    >
      <link
        rel="stylesheet"
        href={paths.static(files['search.css'] ?? 'search.css')}
        nonce={props.nonce}
      />
      <h1>{words.search.title}</h1>
      <div class="palette on-page">
        <SearchPanel {...props} />
      </div>
    </DeskSheet>
  )
}
