import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { type View, type ViewerContext, views } from './lists'

/** Figures on the tabs; those without one show none. */
export type Counts = Readonly<Partial<Record<View, number | null>>>

const wordOf = {
  ...({ mine: 'mine', line: 'line', due: 'dueView' } as const),
  ...({ mentions: 'mentionsView', team: 'team' } as const),
  ...({ snoozed: 'snoozedView', closed: 'closed', all: 'all' } as const),
} satisfies Record<View, string>

/** More than these are not counted where there may be very many. */
const COUNTED = 99
const uncounted: ReadonlySet<View> = new Set(['due', 'mentions', 'team', 'closed', 'all'])

type TabsProps = Pick<ViewerContext, 'list' | 'language' | 'mentions'> & { counts: Counts }

/** The lists to choose from. */
export const Tabs = ({ list: { view }, counts, language, mentions }: TabsProps) => {
  const words = wordsIn(language).workbench
  return (
    <nav class="tabs" aria-label={words.lists}>
      {views.filter(isOffered(view, counts)).map((each) => (
        <>
          <a
            href={paths.workbench.list({ view: each })}
            aria-current={each === view ? 'page' : undefined}
          >
            {words[wordOf[each]]}{' '}
            {typeof counts[each] === 'number' && (
              <TabCount view={each} count={counts[each]} mentions={mentions} />
            )}
          </a>{' '}
        </>
      ))}
    </nav>
  )
}

/** Where nothing is promised nothing is due. */
const isOffered =
  (chosen: View, counts: Counts) =>
  (view: View): boolean =>
    view !== 'due' || view === chosen || counts.due !== undefined

type TabCountProps = { view: View; count: number; mentions: ViewerContext['mentions'] }

/** How many a list holds. Swapped live as `#count-<view>`. */
export const TabCount = ({ view, count, mentions }: TabCountProps) => {
  const isCalled = view === 'mentions' && count > 0
  const [newest, at] = isCalled ? ([...(mentions ?? [])][0] ?? []) : []
  return (
    <span
      id={`count-${view}`}
      class={isCalled ? 'tab-count called' : 'tab-count'}
      data-newest={newest}
      data-called={at}
    >
      {uncounted.has(view) && count > COUNTED ? `${COUNTED}+` : count}
    </span>
  )
}
