import smile from 'lucide-static/icons/smile.svg' with { type: 'text' }
import smilePlus from 'lucide-static/icons/smile-plus.svg' with { type: 'text' }
import { wordsIn } from '../../words'
import type { Edition } from '../../words/language'
import { drawn } from '../icon'

const icon = drawn(smile)
const another = drawn(smilePlus)

/** Opens the picker, which is fetched then. Without a script it is not there. */
export const OpenEmoji = ({ language }: { language: Edition }) => {
  const label = wordsIn(language).emoji.open
  return (
    <button
      type="button"
      class="attach"
      data-emoji=""
      title={label}
      aria-label={label}
      aria-haspopup="dialog"
      aria-expanded="false"
    >
      {icon}
    </button>
  )
}

/** The same beside the reactions that are offered. */
export const OtherReaction = ({ language }: { language: Edition }) => {
  const label = wordsIn(language).emoji.more
  return (
    <button
      type="button"
      class="reaction"
      data-emoji=""
      title={label}
      aria-label={label}
      aria-haspopup="dialog"
      aria-expanded="false"
    >
      {another}
    </button>
  )
}
