import type { Decision } from '../../../actors/decision'
import type { Notice } from '../../../actors/entry'
import type { ConversationRow } from '../../../actors/summary'
import type { PageContext } from '../../page-context'
import { Empty } from '../../parts/empty'
import { Clock } from '../../parts/time'
import { dayName, wordsIn } from '../../words'
import { tell } from '../../words/notice'
import { Choice } from '../choice'
import type { DepartmentNames } from '../inbox/lists'

/** Why it came to whom it did: what the line chose, or what people did with their own hands. */
export type Reason = { at: number } & ({ decision: Decision } | { notice: Notice })

/** What is shown of them, wherever they stand. */
export type DecisionsProps = Pick<PageContext, 'language' | 'now' | 'zone'> & {
  conversation: Pick<ConversationRow, 'agent'>
  /** Newest first. */
  reasons: readonly Reason[]
  departments: DepartmentNames
  /** Id of the agent who reads. */
  me: string
}

/** The reasons alone. Swapped live as `#decisions`. */
export const Decisions = (props: DecisionsProps) => (
  <div id="decisions">
    {props.reasons.length === 0 && <NoChoice {...props} />}
    {props.reasons.map((reason) =>
      'decision' in reason ? (
        <Choice {...props} decision={reason.decision} />
      ) : (
        <ByHand {...props} {...reason} />
      ),
    )}
  </div>
)

/** What somebody did with it themselves: took it, handed it over, gave it back. */
const ByHand = ({ at, notice, me, ...look }: DecisionsProps & { at: number; notice: Notice }) => {
  const { language, now, zone } = look
  const isMe = notice.code === 'assigned' && notice.agent === me
  return (
    <section class="choice">
      <h2>{tell(wordsIn(language).notices.desk, notice, isMe)}</h2>
      <p class="hint">
        {dayName(at, now, zone, language)} <Clock at={at} zone={zone} />
      </p>
    </section>
  )
}

/** Nobody has it yet, or whoever has it did not get it from the line. */
const NoChoice = ({ conversation, language }: DecisionsProps) => {
  const words = wordsIn(language).workbench
  const [title, hint] = conversation.agent
    ? [words.notChosen, words.notChosenHint]
    : [words.noDecisions, words.noDecisionsHint]
  return <Empty icon="users" title={title} hint={hint} />
}
