import type { PageView } from '../../../actors/visitor/visit'
import { When } from '../../parts/time'
import { wordsIn } from '../../words'
import type { ViewerContext } from '../inbox/lists'

type TrailProps = Pick<ViewerContext, 'language' | 'now' | 'zone'> & { pages: readonly PageView[] }

/** The pages of the site that a visitor opened, the newest first. */
export const Trail = ({ pages, ...viewer }: TrailProps) => {
  const words = wordsIn(viewer.language).visitors
  return (
    <>
      <h2>{words.trail}</h2>
      {pages.length === 0 && <p class="quiet-line">{words.noTrail}</p>}
      <ol class="trail">
        {pages.map((page) => (
          <li>
            <PageLink page={page} />{' '}
            <small>
              <When {...viewer} at={page.at} />
            </small>
          </li>
        ))}
      </ol>
    </>
  )
}

/** A page by its title, or by its address; visitors write both, so the desk only goes to the web. */
export const PageLink = ({ page: { url, title } }: { page: Pick<PageView, 'url' | 'title'> }) => {
  const says = <bdi>{title || withoutOrigin(url)}</bdi>
  if (!/^https?:\/\//.test(url)) return <span title={url}>{says}</span>
  return (
    <a href={url} title={url} target="_blank" rel="noopener noreferrer nofollow">
      {says}
    </a>
  )
}

const withoutOrigin = (url: string): string => url.replace(/^https?:\/\/[^/]*/, '') || url
