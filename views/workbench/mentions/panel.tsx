import type { AgentStatus } from '../../../actors/summary'
import { Avatar } from '../../parts/avatar'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'

/** A colleague that a note can call by name. */
export type Mentionable = { id: string; name: string; status: AgentStatus }

export type MentionPanelProps = { language: Language; colleagues: readonly Mentionable[] }

/** Colleagues to choose from, above the composer, by keys or by a press: a script writes their name. */
export const MentionPanel = ({ language, colleagues }: MentionPanelProps) => {
  const { label, found, none } = wordsIn(language).workbench.mentions
  return (
    <section
      id="mention"
      class="canned mention-panel"
      aria-label={label}
      data-found={colleagues.length === 0 ? none : found(colleagues.length)}
    >
      <div id="mention-list" class="canned-list" role="listbox" aria-label={label}>
        {colleagues.map(({ id, name, status }, nth) => (
          <div
            id={`mention-${id}`}
            role="option"
            tabIndex={-1}
            aria-selected={String(nth === 0)}
            data-name={name}
          >
            <Avatar id={id} name={name} small />
            <bdi class="mention-name">{name}</bdi>{' '}
            <small>{wordsIn(language).workbench[status]}</small>
          </div>
        ))}
      </div>
    </section>
  )
}
