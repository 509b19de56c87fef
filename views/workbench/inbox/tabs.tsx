import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { View, ViewerContext } from './lists'

/** Figures on the tabs; null shows none. */
export type Counts = Record<View, number | null>

const views: readonly View[] = ['mine', 'line', 'closed']

type TabsProps = Pick<ViewerContext, 'list' | 'language'> & { counts: Counts }

/** The lists to choose from. */
export const Tabs = ({ list: { view }, counts, language }: TabsProps) => {
  const words = wordsIn(language).workbench
  return (
    <nav class="tabs" aria-label={words.lists}>
      {views.map((each) => (
        <>
          <a
            href={paths.workbench.list({ view: each })}
            aria-current={each === view ? 'page' : undefined}
          >
            {words[each]} {counts[each] !== null && <TabCount view={each} count={counts[each]} />}
          </a>{' '}
        </>
      ))}
    </nav>
  )
}

/** How many a list holds. Swapped live as `#count-<view>`. */
export const TabCount = ({ view, count }: { view: View; count: number }) => (
  <span id={`count-${view}`} class="tab-count">
    {count}
  </span>
)
