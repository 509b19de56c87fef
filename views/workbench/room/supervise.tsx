import type { ConversationRow } from '../../../actors/summary'
import { Act, Button } from '../../parts/button'
import { TextArea } from '../../parts/fields/text-area'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import type { Rights } from '../verbs'

export type SuperviseProps = {
  language: Language
  conversation: Pick<ConversationRow, 'id' | 'state' | 'agent' | 'agentName'>
  /** Id of who reads. */
  me: string
  rights: Rights
  /** Fresh for every page: what is whispered has an id made of it. */
  clientId: string
  /** Newest line of the page. */
  seq: number
}

/** What a supervisor does with a conversation that is not theirs. */
export const Supervise = (props: SuperviseProps) => {
  const { conversation, language, me, rights, seq } = props
  const { state, agent } = conversation
  const words = wordsIn(language).workbench.supervise
  const isOthers = state === 'active' && agent !== me
  const takesOver = rights.takeOver && isOthers
  const whispers = rights.whisper && isOthers
  if (!takesOver && !whispers) return null
  return (
    <details class="supervise" name="room-menu">
      <summary class="button plain">
        <Icon name="eye" />
        <span class="label">{words.label}</span>
      </summary>
      <div class="menu">
        {takesOver && (
          <Act action={paths.workbench.takeover(conversation.id)} seq={seq} icon="hand" wide>
            {words.takeOver}
          </Act>
        )}
        {whispers && <Whisper {...props} />}
      </div>
    </details>
  )
}

const Whisper = ({ conversation, language, clientId }: SuperviseProps) => {
  const words = wordsIn(language).workbench.whisper
  return (
    <form
      id="whisper"
      method="post"
      action={paths.workbench.whisper(conversation.id)}
      data-clears=""
      hx-morph-skip=""
    >
      <input type="hidden" name="client_id" value={`${clientId}-w`} />
      <TextArea
        name="text"
        label={words.label}
        hint={words.hint(conversation.agentName)}
        rows={2}
        required
      />
      <p class="form-problem" role="alert" />
      <Button wide>{words.add}</Button>
    </form>
  )
}
