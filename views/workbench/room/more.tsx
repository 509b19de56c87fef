import type { ConversationRow } from '../../../actors/summary'
import { statePaths } from '../../office/statechart/state-paths'
import { Button } from '../../parts/button'
import { TextField } from '../../parts/fields/field'
import { SelectField } from '../../parts/fields/select-field'
import { SeqField } from '../../parts/fields/seq-field'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { blocks } from '../../words/blocks'
import { statechart } from '../../words/statechart'
import { hasSupervision, Supervise, type SuperviseProps } from './supervise'

export type MoreProps = SuperviseProps & {
  conversation: Pick<ConversationRow, 'mergedInto' | 'splitInto'>
  /** Whether its states are open to the reader. */
  seesStates: boolean
}

/** What is done with a conversation now and then, whoever holds it: as far as the reader may. */
export const More = (props: MoreProps) => {
  const { conversation, language, rights, seesStates } = props
  const { id, mergedInto, splitInto } = conversation
  const words = wordsIn(language).workbench
  const isEmpty = !rights.merge && !rights.unmerge && !rights.block && !seesStates
  if (isEmpty && !hasSupervision(props)) return null
  return (
    <details class="more-acts" name="room-menu">
      <summary class="button plain" title={words.moreActs.label}>
        <Icon name="ellipsis" />
        <span class="sr">{words.moreActs.label}</span>
      </summary>
      <div class="menu">
        <Supervise {...props} />
        {rights.merge && (
          <a class="button quiet wide" href={paths.workbench.merge(id)}>
            <Icon name="merge" />
            {words.moreActs.merge}
          </a>
        )}
        {rights.unmerge && mergedInto !== null && splitInto === null && <Unmerge {...props} />}
        {seesStates && (
          <a class="button quiet wide" href={statePaths.page('conversation', id)}>
            <Icon name="workflow" />
            {statechart[language].show}
          </a>
        )}
        {rights.block && (
          <details class="block-menu">
            <summary class="button quiet wide">
              <Icon name="ban" />
              {words.moreActs.block}
            </summary>
            <Block {...props} />
          </details>
        )}
      </div>
    </details>
  )
}

/** What went on in another one goes back: it is done there. */
const Unmerge = ({ conversation: { id, mergedInto }, language, seq }: MoreProps) => (
  <form method="post" action={paths.workbench.unmerge(mergedInto ?? id)}>
    <input type="hidden" name="from" value={id} />
    <SeqField seq={seq} />
    <Button icon="rotateCcw" wide>
      {wordsIn(language).workbench.moreActs.unmerge}
    </Button>
  </form>
)

const Block = ({ conversation, language, clientId }: MoreProps) => {
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
