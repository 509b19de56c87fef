import type { PageState } from '../../actors/page-state'
import { briefTime, wordsIn } from '../words'
import type { Language } from '../words/language'

/** Where a visitor's page is, and since when, ms UTC; null when nobody knows since when. */
export type Whereabouts = { page: PageState; since: number | null }

type VisitorPageProps = { language: Language; now: number; zone: string; at: Whereabouts | null }

/** Whether the visitor has the page before them. Swapped live as `#visitor-page`. */
export const VisitorPage = ({ at, ...viewer }: VisitorPageProps) => (
  <span
    id="visitor-page"
    class="visitor-page"
    data-page={at?.page}
    title={at ? whereaboutsIn(at, viewer) : undefined}
  >
    {at && (
      <>
        <span class="light" aria-hidden="true" />
        {whereaboutsIn(at, viewer)}
      </>
    )}
  </span>
)

/** The same in words. */
export const whereaboutsIn = (
  { page, since }: Whereabouts,
  { language, now, zone }: Omit<VisitorPageProps, 'at'>,
): string => {
  const words = wordsIn(language).workbench
  if (page === 'open') return words.pageOpen
  const when = since === null ? null : briefTime(since, now, zone, language)
  return page === 'hidden' ? words.pageHidden(when) : words.pageGone(when)
}
