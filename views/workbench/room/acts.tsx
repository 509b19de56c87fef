import { type FormField, shownFields } from '../../../actors/form/field'
import { Ask } from '../../parts/ask'
import { AskedFields } from '../../parts/fields/asked-fields'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { wrapUp } from '../../words/wrap-up'
import { type MacroChoice, Macros } from './macros'
import { More, type MoreProps } from './more'
import { Transfer, type TransferTargets } from './transfer'

export type ActsProps = MoreProps & {
  targets: TransferTargets
  /** Those that the reader may run. */
  macros: readonly MacroChoice[]
  /** What is filled in before it ends. */
  wrapUpFields: readonly FormField[]
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
      {macros.length > 0 && (
        <Macros
          {...{ language, macros, seq }}
          conversation={id}
          asks={props.wrapUpFields.length > 0}
        />
      )}
      {rights.transfer && (
        <Transfer {...{ language, targets, seq }} conversation={id} notes={rights.note} />
      )}
      <More {...props} />
      {rights.end && (
        <div class="end-chat">
          <Ask
            id="end"
            action={paths.workbench.closure(id)}
            seq={seq}
            icon="check"
            label={words.end}
            words={words.ending}
          >
            <WrapUpFields {...props} />
          </Ask>
        </div>
      )}
    </div>
  )
}

/** What is filled in where it ends: in the card that asks whether it shall. */
const WrapUpFields = ({ wrapUpFields, language }: ActsProps) =>
  wrapUpFields.length === 0 ? null : (
    <div class="stack wrap-up-fields">
      <AskedFields
        language={language}
        fields={shownFields(wrapUpFields, language)}
        answers={{}}
        problemOf={() => undefined}
      />
      <p class="hint">{wrapUp[language].inside}</p>
    </div>
  )
