import { Ask } from '../../parts/ask'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { type MacroChoice, Macros } from './macros'
import { Supervise, type SuperviseProps } from './supervise'
import { Transfer, type TransferTargets } from './transfer'

export type ActsProps = SuperviseProps & {
  targets: TransferTargets
  /** Those that the reader may run. */
  macros: readonly MacroChoice[]
}

/**
 * How one parts from the open conversation, as far as the reader may. What makes it theirs stands
 * in the foot: whoever presses that twice must not find these under their pointer.
 */
export const Acts = (props: ActsProps) => {
  const { conversation, language, rights, targets, macros, seq } = props
  const { id } = conversation
  const words = wordsIn(language).workbench
  return (
    <div class="room-acts">
      <Supervise {...props} />
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
