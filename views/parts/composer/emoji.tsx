import type { Child } from 'hono/jsx'
import smile from 'lucide-static/icons/smile.svg' with { type: 'text' }
import smilePlus from 'lucide-static/icons/smile-plus.svg' with { type: 'text' }
import { wordsIn } from '../../words'
import type { Edition } from '../../words/language'
import { drawn } from '../icon'

type Opener = { label: string; class: string; children: Child }

/** Opens the picker, which is fetched then. Without a script it is not there. */
const Opener = ({ label, children, ...look }: Opener) => (
  <button
    type="button"
    class={look.class}
    data-emoji=""
    title={label}
    aria-label={label}
    aria-haspopup="dialog"
    aria-expanded="false"
  >
    {children}
  </button>
)

const icon = drawn(smile)
const another = drawn(smilePlus)

/** For what is being written. */
export const OpenEmoji = ({ language }: { language: Edition }) => (
  <Opener class="attach" label={wordsIn(language).emoji.open}>
    {icon}
  </Opener>
)

/** The same beside the reactions that are offered. */
export const OtherReaction = ({ language }: { language: Edition }) => (
  <Opener class="reaction" label={wordsIn(language).emoji.more}>
    {another}
  </Opener>
)
