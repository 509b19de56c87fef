import type { Entry as Line } from '../../actors/entry'
import { Icon } from '../parts/icon'
import { Clock } from '../parts/time'
import { wordsIn } from '../words'
import { tell } from '../words/notice'
import type { EntryProps } from './entry'

/** What the desk tells: in the middle, with its time for screen readers. */
export const Notice = ({
  notice,
  audience,
  language,
  viewer,
  entry,
  zone,
}: EntryProps & { notice: NonNullable<Line['notice']> }) => {
  const you = notice.code === 'assigned' && notice.agent === viewer
  return (
    <p class="notice">
      <Icon name="bellRing" />
      <span class="body" dir="auto" hx-ignore="">
        {tell(wordsIn(language).notices[audience], notice, you)}
      </span>
      <span class="sr">
        {' '}
        <Clock at={entry.at} zone={zone} />
      </span>
    </p>
  )
}
