import type { ConversationRow, VisitorRow } from '../../../actors/summary'
import { Icon } from '../../parts/icon'
import { wordsIn } from '../../words'
import type { Eyes } from '../inbox/lists'
import { type Earlier, EarlierList } from './earlier'
import { particularsOf } from './particulars'

export type FactsProps = Pick<Eyes, 'language' | 'now' | 'zone' | 'list'> & {
  conversation: ConversationRow
  department: string
  /** Null when only the conversation is known. */
  visitor: VisitorRow | null
  /** Undefined when they were not looked for. */
  earlier?: readonly Earlier[]
}

/** What is known of the visitor: a column, or on a narrow page what its button opens. Swapped
 * live as `#facts`. */
export const Facts = (props: FactsProps) => {
  const words = wordsIn(props.language).workbench
  return (
    <aside id="facts" popover="auto" class="facts" aria-label={words.about}>
      <button
        class="button quiet close"
        type="button"
        popovertarget="facts"
        popovertargetaction="hide"
        aria-label={wordsIn(props.language).common.close}
      >
        <Icon name="x" />
      </button>
      <h2>{words.about}</h2>
      <dl>
        {particularsOf(props).map(([term, detail]) => (
          <div>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      {props.earlier && <EarlierList {...props} earlier={props.earlier} />}
    </aside>
  )
}
