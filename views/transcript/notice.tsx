import type { Notice as Told } from '../../actors/entry'
import { Icon } from '../parts/icon'
import { Clock } from '../parts/time'
import { wordsIn } from '../words'
import type { Language } from '../words/language'
import { tell } from '../words/notice'

export type NoticeProps = {
  notice: Told
  at: number
  audience: 'visitor' | 'desk'
  language: Language
  zone: string
  viewer: string | null
}

/** What the desk tells: in the middle, with its time for screen readers. */
export const Notice = ({ notice, at, audience, language, zone, viewer }: NoticeProps) => {
  const you = notice.code === 'assigned' && notice.agent === viewer
  return (
    <p class="notice">
      <Icon name="bellRing" />
      <span class="body" dir="auto" hx-ignore="">
        {tell(wordsIn(language).notices[audience], notice, you)}
      </span>
      <span class="sr">
        {' '}
        <Clock at={at} zone={zone} />
      </span>
    </p>
  )
}
