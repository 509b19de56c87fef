import { wordsIn } from '../../words'
import type { Edition } from '../../words/language'
import { TextArea } from './text-area'

type KeptText = {
  language: Edition
  text: string
  /** It was being written when the talk ended. */
  hasEnded?: true
  problem?: string
}

/** What was written and has no form here any more that would send it: to be read, and copied. */
export const KeptText = ({ language, text, hasEnded, problem }: KeptText) => {
  const { chat, pages } = wordsIn(language)
  return (
    <TextArea
      name="unsent"
      label={hasEnded ? chat.keptText : pages.unsent.written}
      value={text}
      problem={problem}
      rows={3}
    />
  )
}
