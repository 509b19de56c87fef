import type { ConversationRow } from '../../../actors/summary'
import { Act, Button } from '../../parts/button'
import { TextArea } from '../../parts/fields/text-area'
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

const mayOf = ({ conversation: { state, agent }, me, rights }: SuperviseProps) => {
  const isOthers = state === 'active' && agent !== me
  return { takesOver: rights.takeOver && isOthers, whispers: rights.whisper && isOthers }
}

/** Whether there is any of it for the reader. */
export const hasSupervision = (props: SuperviseProps): boolean =>
  Object.values(mayOf(props)).some(Boolean)

/** What a supervisor does with a conversation that is not theirs. */
export const Supervise = (props: SuperviseProps) => {
  const { conversation, language, seq } = props
  const { takesOver, whispers } = mayOf(props)
  return (
    <>
      {takesOver && (
        <Act action={paths.workbench.takeover(conversation.id)} seq={seq} icon="hand" wide>
          {wordsIn(language).workbench.supervise.takeOver}
        </Act>
      )}
      {whispers && <Whisper {...props} />}
    </>
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
