import { Button } from '../parts/button'
import { Icon } from '../parts/icon'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

/** `lost`: they were out of reach and their conversations went back. `away`: nothing new comes. */
export type BannerKind = 'lost' | 'away' | null
type Banner = { language: Language; banner: BannerKind }

/** What the agent should know before anything else. Swapped live as `#banner`. */
export const Banner = ({ language, banner }: Banner) => {
  const words = wordsIn(language).workbench
  return (
    <div id="banner" data-banner={banner ?? 'none'} role="status">
      {banner && (
        <form class="banner-line warn" method="post" action={paths.workbench.status}>
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

/** Why the last thing did not go. No feed ever touches it: it stays until the next one. */
export const WorkbenchProblem = ({ says, language }: { says?: string; language: Language }) => (
  <p class="banner-line bad">
    <Icon name="circleAlert" />
    <span id="problem" role="alert">
      {says}
    </span>
    <button
      class="button quiet needs-js"
      type="button"
      aria-label={wordsIn(language).common.close}
      data-clears-problem=""
    >
      <Icon name="x" />
    </button>
  </p>
)
