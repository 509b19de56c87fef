import { SeqField } from '../../parts/fields/seq-field'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import type { Language } from '../../words/language'
import { rules } from '../../words/rules'

/** One that the reader may run. */
export type MacroChoice = { id: string; name: string; ends: boolean }

type MacrosProps = {
  language: Language
  conversation: string
  macros: readonly MacroChoice[]
  /** Newest line of the page. */
  seq: number
  /** Something is filled in before it ends. */
  asks: boolean
}

/** Each by one press, but for one that ends it where something is filled in before: that is asked first. */
export const Macros = ({ language, conversation, macros, seq, asks }: MacrosProps) => (
  <details class="transfer macros" name="room-menu">
    <summary class="button plain" title={rules[language].run}>
      <Icon name="zap" />
      <span class="sr">{rules[language].run}</span>
    </summary>
    <div class="menu">
      {macros.map(({ id, name, ends }) =>
        ends && asks ? (
          <a class="button quiet wide" href={paths.workbench.wrapUpFor(conversation, id)}>
            <bdi>{name}</bdi>…
          </a>
        ) : (
          <form method="post" action={paths.workbench.macro(conversation, id)}>
            <SeqField seq={seq} />
            <button class="button quiet wide" type="submit">
              <bdi>{name}</bdi>
            </button>
          </form>
        ),
      )}
    </div>
  </details>
)
