import { Button } from '../parts/button'
import { Icon } from '../parts/icon'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

/** `lost`: he was out of reach and his conversations went back. `away`: nothing new comes. */
export type BannerKind = 'lost' | 'away' | null
type Banner = { language: Language; banner: BannerKind; problem?: string }

/** What the agent should know before anything else. Swapped live as `#banner`. */
export const Banner = ({ language, banner, problem }: Banner) => {
  const words = wordsIn(language).workbench
  return (
    <div id="banner" class="banner" data-banner={banner ?? 'none'}>
      {problem && (
        <p class="banner-line bad" role="alert">
          <Icon name="circleAlert" /> {problem}
        </p>
      )}
      {banner && (
        <form class="banner-line warn" method="post" action={paths.workbench.status} role="status">
          <Icon name={banner === 'lost' ? 'circleAlert' : 'coffee'} />
          <span>{banner === 'lost' ? words.lost : words.wentAway}</span>
          <Button name="status" value="ready">
            {words.backToReady}
          </Button>
        </form>
      )}
    </div>
  )
}
