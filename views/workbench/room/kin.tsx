import type { ConversationRow } from '../../../actors/summary'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import type { Rights } from '../verbs'

export type KinProps = {
  language: Language
  conversation: Pick<ConversationRow, 'id' | 'mergedInto' | 'splitInto' | 'splitFrom'>
  rights: Rights
}

/** The conversation that this one goes on in, or was split from. Swapped live as `#kin`. */
export const Kin = ({ conversation, language, rights }: KinProps) => {
  const { id, mergedInto, splitInto, splitFrom } = conversation
  const words = wordsIn(language).workbench.kin
  const other = mergedInto ?? splitFrom
  const says = mergedInto === null ? words.from : splitInto ? words.into : words.merged
  // It is the newer part that goes back.
  const newer = mergedInto === null ? id : splitInto
  return (
    <div id="kin">
      {other !== null && (
        <div class="banner-line">
          <Icon name="arrowRightLeft" />
          <span>
            {says} <a href={paths.workbench.conversation(other)}>{words.open}</a>
          </span>
          {rights.unsplit && newer !== null && (
            <form method="post" action={paths.workbench.unsplit(newer)}>
              <Button icon="rotateCcw">{words.unsplit}</Button>
            </form>
          )}
        </div>
      )}
    </div>
  )
}
