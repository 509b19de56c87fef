import { memo } from '../memo'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'
import { Attach, type Attaching, PlainFiles } from './composer/attach'
import { OpenEmoji } from './composer/emoji'
import { AddInside, type Inside, InsideSwitch } from './composer/inside'
import { LaterFields, LaterMenu, type SendingLater, StaleChoice } from './composer/later'
import { kept } from './fields/text-area'
import { Icon } from './icon'

export type ComposerProps = {
  language: Edition
  /** Where messages go; null where one writes to colleagues only. */
  action: string | null
  /** The other address, for what only colleagues see. */
  inside?: Inside
  /** Fresh for every form: the id the next message will have. */
  clientId: string
  /** Which conversation the browser's outbox files it under. */
  conversation: string
  /** Whose words these are, for the desk to see that nobody else sends them: a field and its value. */
  whose: { name: 'written_by' | 'written_in'; value: string }
  placeholder: string
  /** Files may be sent too. */
  files?: Attaching
  /** What was written but not sent. */
  draft?: string
  /** Why it was not sent, as a sentence. */
  problem?: string
  /** A message may go later too, or be kept as a draft. */
  later?: SendingLater
  /** What is to be known before one writes here. */
  told?: string | undefined
  /** What is written is shown to the desk before it is sent: where it goes. */
  shownAt?: string | undefined
  /** The field takes the cursor when the page opens. */
  focus?: boolean
}

/**
 * Where a message is written. A plain form; the browser's outbox takes it over. What a feed brings
 * never touches one that is there: somebody may be writing in it.
 */
export const Composer = ({ language, inside, ...props }: ComposerProps) => {
  const isInside = props.action === null
  const label = isInside ? inside?.words.placeholder : props.placeholder
  const { files } = props
  const plain = files && { ...files, isInside, language, clientId: props.clientId }
  return (
    <>
      <form
        id={isInside ? `${inside?.verb}-composer` : 'composer'}
        class="composer"
        method="post"
        action={props.action ?? inside?.action}
        data-outbox={props.conversation}
        data-inside={isInside ? '' : undefined}
        data-writes={inside?.kind}
        data-draft={props.later?.draft}
        data-shown-at={props.shownAt}
        hx-morph-skip=""
      >
        <input type="hidden" name="client_id" value={props.clientId} />
        <input type="hidden" name={props.whose.name} value={props.whose.value} />
        {props.later && <LaterFields {...props.later} />}
        <ComposerProblem problem={props.problem} />
        {props.told && <p class="hint told">{props.told}</p>}
        {!isInside && inside && <InsideSwitch {...inside} />}
        <div class="composer-row">
          {files && <Attach {...files} language={language} isInside={isInside} />}
          <OpenEmoji language={language} />
          <textarea
            name="text"
            rows={1}
            dir="auto"
            required
            autofocus={props.focus}
            placeholder={label}
            aria-label={label}
            aria-describedby="composer-problem"
            data-inside={inside?.words.placeholder}
          >
            {kept(props.draft)}
          </textarea>
          {!isInside && <Send language={language} />}
          {inside && <AddInside {...inside} />}
          {!isInside && props.later && <LaterMenu {...props.later} language={language} />}
        </div>
        {!isInside && props.later && <StaleChoice {...props.later} language={language} />}
      </form>
      {plain && <PlainFiles {...plain} whose={props.whose} />}
    </>
  )
}

const Send = memo(
  ({ language }: { language: Edition }) => (
    <button class="button primary send" type="submit">
      <span class="label">{wordsIn(language).chat.send}</span>
      <Icon name="send" />
    </button>
  ),
  ({ language }) => language,
)

/** The composer's error slot: empty while all is well. */
const ComposerProblem = ({ problem }: { problem?: string }) => (
  <p id="composer-problem" class="form-problem" role="alert">
    {problem}
  </p>
)
