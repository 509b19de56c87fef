import type { ConversationRow } from '../../../actors/summary'
import { Ask } from '../../parts/ask'
import { Act } from '../../parts/button'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import type { Rights } from '../verbs'
import { Transfer, type TransferTargets } from './transfer'

export type ActsProps = {
  language: Language
  conversation: Pick<ConversationRow, 'id' | 'closedAt'>
  rights: Rights
  targets: TransferTargets
  /** Newest line of the page. */
  seq: number
}

/** What can be done with the open conversation, as far as the reader may. */
export const Acts = ({ conversation, language, rights, targets, seq }: ActsProps) => {
  const words = wordsIn(language).workbench
  const { id, closedAt } = conversation
  const takes = rights.take && !rights.answerOffer
  return (
    <div class="room-acts">
      {rights.transfer && (
        <Transfer language={language} conversation={id} targets={targets} seq={seq} />
      )}
      {rights.answerOffer && (
        <>
          <Act action={paths.workbench.refusal(id)}>{words.decline}</Act>
          <Act action={paths.workbench.acceptance(id)} tone="primary" icon="check">
            {words.accept}
          </Act>
        </>
      )}
      {takes && closedAt === null && (
        <Act action={paths.workbench.claim(id)} seq={seq} tone="primary" icon="hand">
          {words.take}
        </Act>
      )}
      {rights.end && (
        <div class="end-chat">
          <Ask
            id="end"
            action={paths.workbench.closure(id)}
            seq={seq}
            tone="primary"
            icon="check"
            label={words.end}
            words={words.ending}
          />
        </div>
      )}
      {takes && closedAt !== null && (
        <Act action={paths.workbench.claim(id)} seq={seq} icon="rotateCcw">
          {words.reopen}
        </Act>
      )}
    </div>
  )
}
