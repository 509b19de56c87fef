import type { ConversationRow } from '../../../actors/summary'
import { Avatar } from '../../parts/avatar'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { punctuation } from '../../words/punctuation'
import type { List } from '../inbox/lists'
import { Name, visitorName } from '../name'
import { SlaChip } from '../sla'
import { VisitorPage, type Whereabouts } from '../visitor-page'
import { Acts, type ActsProps } from './acts'
import { type Colleague, Lookers } from './colleagues'

export type RoomHeadProps = ActsProps & {
  conversation: ConversationRow
  /** Its department's name; empty when the desk has only one. */
  department: string
  /** Id of the agent who reads. */
  me: string
  /** Where the way back leads. */
  list: List
  /** Where the visitor's page is; null when nobody asks. */
  page: Whereabouts | null
  now: number
  zone: string
  /** Who else has it open. */
  lookers: readonly Colleague[]
}

/** Who it is, who has it, and what can be done with it. Swapped live as `#room-head`. */
export const RoomHead = (props: RoomHeadProps) => {
  const { conversation, language } = props
  return (
    <header id="room-head" class="room-head" data-state={conversation.state}>
      <a class="back" href={paths.workbench.list(props.list)}>
        <Icon name="arrowLeft" />
        <span class="sr">{wordsIn(language).workbench.back}</span>
      </a>{' '}
      <Avatar id={conversation.visitor} name={conversation.visitorName} />
      <div class="who-text">
        <h1 title={visitorName(conversation, language)}>
          <Name row={conversation} alike language={language} />
        </h1>
        <p class="holder">
          <SlaChip row={conversation} now={props.now} language={language} /> <Holder {...props} />{' '}
          <VisitorPage {...props} at={props.page} />
        </p>
      </div>
      <Lookers language={language} colleagues={props.lookers} />
      <button
        class="button quiet about-button"
        type="button"
        popovertarget="facts"
        aria-label={wordsIn(language).workbench.about}
      >
        <Icon name="info" />
      </button>
      <Acts {...props} />
    </header>
  )
}

const Holder = ({ conversation, department, me, language, list }: RoomHeadProps) => {
  const words = wordsIn(language).workbench
  const { agent, agentName, state } = conversation
  const mine = agent === me
  const held = state === 'active' && !mine ? words.heldBy(agentName) : ''
  const says = [department, held || (mine ? '' : words.states[state])]
    .filter(Boolean)
    .join(punctuation[language].between)
  return (
    <>
      {says && <span title={says}>{says}</span>}{' '}
      <a href={paths.workbench.decisions(conversation.id, list)} title={words.decisions}>
        {mine ? words.why : words.whyOther}
      </a>
    </>
  )
}
