import type { ConversationRow } from '../../../actors/summary'
import { Act, Button } from '../../parts/button'
import { TextField } from '../../parts/fields/field'
import { SelectField } from '../../parts/fields/select-field'
import { SeqField } from '../../parts/fields/seq-field'
import { TextArea } from '../../parts/fields/text-area'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { blocks } from '../../words/blocks'
import type { Language } from '../../words/language'
import type { Rights } from '../verbs'

export type SuperviseProps = {
  language: Language
  conversation: Pick<
    ConversationRow,
    'id' | 'state' | 'agent' | 'agentName' | 'mergedInto' | 'splitInto'
  >
  /** Id of who reads. */
  me: string
  rights: Rights
  /** Fresh for every page: what is whispered has an id made of it. */
  clientId: string
  /** Newest line of the page. */
  seq: number
}

/** What a supervisor does with a conversation that is not theirs, and with its visitor. */
export const Supervise = (props: SuperviseProps) => {
  const { conversation, language, me, rights, seq } = props
  const { state, agent, mergedInto, splitInto } = conversation
  const words = wordsIn(language).workbench.supervise
  const isOthers = state === 'active' && agent !== me
  const takesOver = rights.takeOver && isOthers
  const whispers = rights.whisper && isOthers
  if (!takesOver && !whispers && !rights.block && !rights.merge) return null
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
        {rights.merge && <Merge {...props} />}
        {rights.unmerge && mergedInto !== null && splitInto === null && <Unmerge {...props} />}
        {rights.block && <Block {...props} />}
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

/** The other one is named by its address, which a page of it shows. */
const Merge = ({ conversation, language, seq }: SuperviseProps) => {
  const words = wordsIn(language).workbench.supervise
  return (
    <form id="merge" method="post" action={paths.workbench.merge(conversation.id)} data-clears="">
      <SeqField seq={seq} />
      <TextField name="into" label={words.into} hint={words.intoHint} required autocomplete="off" />
      <p class="form-problem" role="alert" />
      <Button wide>{words.merge}</Button>
    </form>
  )
}

/** What went on in another one goes back: it is done there. */
const Unmerge = ({ conversation: { id, mergedInto }, language, seq }: SuperviseProps) => (
  <form method="post" action={paths.workbench.unmerge(mergedInto ?? id)}>
    <input type="hidden" name="from" value={id} />
    <SeqField seq={seq} />
    <Button icon="rotateCcw" wide>
      {wordsIn(language).workbench.supervise.unmerge}
    </Button>
  </form>
)

const Block = ({ conversation, language, clientId }: SuperviseProps) => {
  const { room, lasts, reason, reasonHint } = blocks[language]
  const scopes = Object.entries(room.choices).map(([value, label]) => ({ value, label }))
  const times = Object.entries(room.lasts).map(([value, label]) => ({ value, label }))
  return (
    <form
      id="block"
      method="post"
      action={paths.workbench.block(conversation.id)}
      data-clears=""
      hx-morph-skip=""
    >
      <input type="hidden" name="client_id" value={`${clientId}-b`} />
      <SelectField name="scope" label={room.title} hint={room.hint} options={scopes} />
      <SelectField name="for" label={lasts} options={times} value="1d" />
      <TextField name="reason" label={reason} hint={reasonHint} autocomplete="off" />
      <p class="form-problem" role="alert" />
      <Button tone="danger" icon="ban" wide>
        {room.yes}
      </Button>
    </form>
  )
}
