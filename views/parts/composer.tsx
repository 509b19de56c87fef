import { memo } from '../memo'
import { wordsIn } from '../words'
import type { Language } from '../words/language'
import { kept } from './fields/text-area'
import { Icon } from './icon'

export type ComposerProps = {
  language: Language
  /** Where messages go; null where only notes may be written. */
  action: string | null
  /** Where notes go that only colleagues see. */
  note?: Notes
  /** Fresh for every form: the id the next message will have. */
  clientId: string
  /** Which conversation the browser's outbox files it under. */
  conversation: string
  /** Whose words these are, for the desk to see that nobody else sends them: a field and its value. */
  whose: { name: 'written_by' | 'written_in'; value: string }
  placeholder: string
  /** What was written but not sent. */
  draft?: string
  /** Why it was not sent, as a sentence. */
  problem?: string
  /** The field takes the cursor when the page opens. */
  focus?: boolean
}

export type Notes = {
  action: string
  words: { label: string; hint: string; add: string; placeholder: string }
  /** What is written is a note until somebody says otherwise. */
  isOn: boolean
}

/**
 * Where a message is written. A plain form; the browser's outbox takes it over. What a feed brings
 * never touches one that is there: somebody may be writing in it.
 */
export const Composer = ({ language, note, ...props }: ComposerProps) => {
  const label = props.action === null ? note?.words.placeholder : props.placeholder
  return (
    <form
      id={props.action === null ? 'note-composer' : 'composer'}
      class="composer"
      method="post"
      action={props.action ?? note?.action}
      data-outbox={props.conversation}
      data-note={props.action === null ? '' : undefined}
      hx-morph-skip=""
    >
      <input type="hidden" name="client_id" value={props.clientId} />
      <input type="hidden" name={props.whose.name} value={props.whose.value} />
      <ComposerProblem problem={props.problem} />
      {props.action !== null && note && <NoteSwitch {...note} />}
      <div class="composer-row">
        <textarea
          name="text"
          rows={1}
          dir="auto"
          required
          autofocus={props.focus}
          placeholder={label}
          aria-label={label}
          aria-describedby="composer-problem"
          data-note={note?.words.placeholder}
        >
          {kept(props.draft)}
        </textarea>
        {props.action !== null && <Send language={language} />}
        {note && <AddNote {...note} />}
      </div>
    </form>
  )
}

/** Pressed, what is written goes to colleagues only: no script is needed for that. */
const NoteSwitch = ({ words, isOn }: Notes) => (
  <label class="note-switch">
    <input
      type="checkbox"
      checked={isOn}
      autocomplete="off"
      aria-label={`${words.label}: ${words.hint}`}
    />
    <Icon name="lock" />
    {words.label}
  </label>
)

/** Shown in place of the other one. */
const AddNote = ({ action, words }: Notes) => (
  <button class="button primary add-note" type="submit" formaction={action}>
    <span class="label">{words.add}</span>
    <Icon name="lock" />
  </button>
)

const Send = memo(
  ({ language }: { language: Language }) => (
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
