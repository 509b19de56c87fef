import type { ConversationRow } from '../../../actors/summary'
import { Composer } from '../../parts/composer'
import { TextArea } from '../../parts/fields/text-area'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import type { Rights } from '../inbox/lists'
import { visitorName } from '../name'

export type RoomFootProps = {
  language: Language
  conversation: ConversationRow
  me: string
  rights: Rights
  clientId: string
  draft?: string
  /** One sentence: why the last message did not go. */
  problem?: string
}

/** The composer, or why there is none. Swapped live as `#room-foot` when rights change. */
export const RoomFoot = (props: RoomFootProps) => {
  const { conversation, language, rights } = props
  return (
    <div id="room-foot" class="foot" data-open={String(rights.say)}>
      {rights.say ? (
        <Composer
          language={language}
          action={paths.workbench.messages(conversation.id)}
          conversation={conversation.id}
          clientId={props.clientId}
          draft={props.draft}
          problem={props.problem}
          placeholder={wordsIn(language).workbench.composer(visitorName(conversation, language))}
        />
      ) : (
        <>
          {props.draft && <Unsent {...props} text={props.draft} />}
          <p class="read-only">{reason(props)}</p>
        </>
      )}
    </div>
  )
}

/** What was written when the conversation went to somebody else, or ended: it is not lost. */
const Unsent = ({ language, text, problem }: RoomFootProps & { text: string }) => (
  <TextArea
    name="unsent"
    label={wordsIn(language).chat.keptText}
    value={text}
    problem={problem}
    rows={3}
  />
)

const reason = ({ conversation, language, me, rights }: RoomFootProps): string => {
  const words = wordsIn(language).workbench
  const { state, agent, agentName } = conversation
  if (rights.reopen) return words.closedHint
  if (rights.answer) return words.offeredHint
  if (rights.take) return words.takeFirst
  return state === 'active' && agent !== me ? words.readOnlyHeld(agentName) : words.readOnly
}
