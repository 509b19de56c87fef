import { Icon } from '../parts/icon'
import { Clock } from '../parts/time'
import { wordsIn } from '../words'
import { tell } from '../words/notice'
import type { BodyOf, EntryProps } from './entry-props'

/** What the desk tells: in the middle, with its time for screen readers. */
export const Notice = (props: EntryProps, { notice }: BodyOf<'notice'>) => {
  const { entry, audience, language, zone, viewer } = props
  const you = notice.code === 'assigned' && notice.agent === viewer
  return (
    <p class="notice">
      <Icon name="bellRing" />
      <span class="body" dir="auto" hx-ignore="">
        {tell(wordsIn(language).notices[audience], notice, you, entry.text)}
      </span>
      <span class="sr">
        {' '}
        <Clock at={entry.at} zone={zone} />
      </span>
    </p>
  )
}
