import { Icon } from '../parts/icon'
import { Clock } from '../parts/time'
import { exactTime, wordsIn } from '../words'
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
        {tell(wordsIn(language).notices[audience], notice, you, said(props, notice))}
      </span>
      <span class="sr">
        {' '}
        <Clock at={entry.at} zone={zone} />
      </span>
    </p>
  )
}

/** What a person said with it, or the time that it names, as it was told from then. */
const said = ({ entry, zone, language }: EntryProps, notice: BodyOf<'notice'>['notice']): string =>
  notice.code === 'snoozed' && notice.until !== null
    ? exactTime(notice.until, entry.at, zone, language)
    : entry.text
