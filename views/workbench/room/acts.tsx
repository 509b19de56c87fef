import type { ConversationRow } from '../../../actors/summary'
import { Ask } from '../../parts/ask'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import type { Rights } from '../verbs'
import { type MacroChoice, Macros } from './macros'
import { Transfer, type TransferTargets } from './transfer'

export type ActsProps = {
  language: Language
  conversation: Pick<ConversationRow, 'id'>
  rights: Rights
  targets: TransferTargets
  /** Those that the reader may run. */
  macros: readonly MacroChoice[]
  /** Newest line of the page. */
  seq: number
}

/**
 * How one parts from the open conversation, as far as the reader may. What makes it theirs stands
 * in the foot: whoever presses that twice must not find these under their pointer.
 */
export const Acts = ({
  conversation: { id },
  language,
  rights,
  targets,
  macros,
  seq,
}: ActsProps) => {
  const words = wordsIn(language).workbench
  return (
    <div class="room-acts">
      {macros.length > 0 && (
        <Macros language={language} conversation={id} macros={macros} seq={seq} />
      )}
      {rights.transfer && (
        <Transfer language={language} conversation={id} targets={targets} seq={seq} />
      )}
      {rights.end && (
        <div class="end-chat">
          <Ask
            id="end"
            action={paths.workbench.closure(id)}
            seq={seq}
            icon="check"
            label={words.end}
            words={words.ending}
          />
        </div>
      )}
    </div>
  )
}
