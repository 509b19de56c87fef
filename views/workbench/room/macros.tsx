import { SeqField } from '../../parts/fields/seq-field'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import type { Language } from '../../words/language'
import { rules } from '../../words/rules'

/** One that the reader may run. */
export type MacroChoice = { id: string; name: string }

type MacrosProps = {
  language: Language
  conversation: string
  macros: readonly MacroChoice[]
  /** Newest line of the page. */
  seq: number
}

/** Each by one press. */
export const Macros = ({ language, conversation, macros, seq }: MacrosProps) => (
  <details class="transfer macros" name="room-menu">
    <summary class="button plain" title={rules[language].run}>
      <Icon name="zap" />
      <span class="sr">{rules[language].run}</span>
    </summary>
    <div class="menu">
      {macros.map(({ id, name }) => (
        <form method="post" action={paths.workbench.macro(conversation, id)}>
          <SeqField seq={seq} />
          <button class="button quiet wide" type="submit">
            <bdi>{name}</bdi>
          </button>
        </form>
      ))}
    </div>
  </details>
)
