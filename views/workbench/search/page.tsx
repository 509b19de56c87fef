import { Layout } from '../../layout'
import type { PageContext } from '../../page-context'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { beatScripts } from '../../scripts'
import { wordsIn } from '../../words'
import type { SearchPanelProps } from './found'
import { SearchPanel } from './panel'

/** The search as a page of its own: the same panel that the workbench opens over itself. */
export const SearchPage = (props: PageContext & SearchPanelProps) => {
  const { language, files = {} } = props
  const words = wordsIn(language)
  return (
    <Layout
      {...props}
      title={words.search.title}
      kind="plain"
      scripts={beatScripts}
      clock={props.zone}
    >
      <main class="sheet">
        <link
          rel="stylesheet"
          href={paths.static(files['search.css'] ?? 'search.css')}
          nonce={props.nonce}
        />
        <a class="back-link" href={paths.workbench.page}>
          <Icon name="arrowLeft" />
          {words.workbench.title}
        </a>
        <h1>{words.search.title}</h1>
        <div class="palette on-page">
          <SearchPanel {...props} />
        </div>
      </main>
    </Layout>
  )
}
