import type { Entry } from '../../actors/entry'
import { offeredEmoji } from '../../actors/text/emoji'
import { Button } from '../parts/button'
import { OtherReaction } from '../parts/composer/emoji'
import { kept } from '../parts/fields/text-area'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'
import type { Audience } from './entry-props'
import { addressesOf } from './said'

/** Code points of an entry that the composer shows while it is answered. */
const SHOWN_CHARS = 160

/** One entry, and what its reader may do with it now. */
export type EntryCardProps = {
  language: Edition
  entry: Entry
  audience: Audience
  viewer: string
  /** Where an answer to it goes, and whose words that is to say it is; null where there is none. */
  answer: { action: string; whose: { name: string; value: string } } | null
  mayRevise: boolean
  mayUnsend: boolean
  mayReact: boolean
  /** Where what is masked of it is shown; left out where nothing is, or its reader may not. */
  reveal?: string
  /** What it says with that, once it was asked for. */
  revealed?: string
  /** Where the conversation is split at it; left out where its reader may not. */
  split?: string
  /** Fresh: the id that an answer, or a change, will have. */
  clientId: string
  /** What its author changes; left out, what is shown of it. */
  written?: string
  /** What was typed and did not go, and why. */
  draft?: string
  problem?: string
}

/**
 * What can be done with an entry: a page shows it, and a script where it was asked for. Each is a plain
 * form; a script writes the answer in the composer.
 */
export const EntryCard = (props: EntryCardProps) => {
  const { language, entry, answer, mayRevise, mayUnsend, mayReact } = props
  const words = wordsIn(language).entries
  const isGone = entry.body.kind === 'withdrawn'
  return (
    <div class="entry-card" data-entry={entry.clientId} data-copied={words.copied}>
      <p class="form-problem" role="alert">
        {props.problem}
      </p>
      {mayReact && <Emoji {...props} />}
      {answer && !isGone && <Reply {...props} answer={answer} />}
      {!isGone && (
        <button type="button" class="button quiet copy needs-js">
          {words.copy}
        </button>
      )}
      {mayRevise && <Edit {...props} />}
      {mayUnsend && (
        <form method="post" action={addressesOf(props).withdrawal(entry.clientId)} class="unsend">
          <Button tone="danger">{words.unsend}</Button>
          <p class="hint">{words.unsendHint}</p>
        </form>
      )}
      {props.reveal && <Reveal {...props} reveal={props.reveal} />}
      {props.split && <Split {...props} split={props.split} />}
      {isGone && <p class="hint">{words.nothing}</p>}
    </div>
  )
}

const Reveal = ({ language, reveal, revealed }: EntryCardProps & { reveal: string }) => {
  const words = wordsIn(language).entries
  if (revealed !== undefined)
    return (
      <section class="revealed" aria-label={words.revealed}>
        <p class="hint">{words.revealed}</p>
        <p dir="auto">{revealed}</p>
      </section>
    )
  return (
    <form method="post" action={reveal} data-plain="">
      <Button>{words.reveal}</Button>
      <p class="hint">{words.revealHint}</p>
    </form>
  )
}

const Split = ({ language, entry, split }: EntryCardProps & { split: string }) => {
  const words = wordsIn(language).entries
  return (
    <form method="post" action={split} class="split">
      <input type="hidden" name="from" value={entry.clientId} />
      <Button>{words.split}</Button>
      <p class="hint">{words.splitHint}</p>
    </form>
  )
}

const Emoji = (props: EntryCardProps) => {
  const { language, entry, viewer } = props
  const words = wordsIn(language).entries
  const { reactions = [] } = entry
  const own = new Set(reactions.flatMap((each) => (each.author === viewer ? [each.emoji] : [])))
  return (
    <form
      method="post"
      action={addressesOf(props).reactions(entry.clientId)}
      class="reactions"
      aria-label={words.reactions}
    >
      {offeredEmoji.map((emoji) => (
        <button
          type="submit"
          class="reaction"
          name={own.has(emoji) ? 'remove' : 'emoji'}
          value={emoji}
          aria-pressed={own.has(emoji) ? 'true' : 'false'}
        >
          <span aria-hidden="true">{emoji}</span>
          <span class="sr">{own.has(emoji) ? words.takeBack(emoji) : words.react(emoji)}</span>
        </button>
      ))}
      <OtherReaction language={language} />
    </form>
  )
}

type Reply = EntryCardProps & { answer: NonNullable<EntryCardProps['answer']> }

const Reply = ({ language, entry, answer, clientId }: Reply) => {
  const words = wordsIn(language).entries
  return (
    <details class="reply">
      <summary class="button quiet">{words.reply}</summary>
      <form method="post" action={answer.action} class="stack">
        <input type="hidden" name="client_id" value={clientId} />
        <input type="hidden" name="answers" value={entry.clientId} />
        <input type="hidden" name={answer.whose.name} value={answer.whose.value} />
        <WordsField id="reply-text" label={words.replyText} />
        <Button tone="primary">{words.send}</Button>
      </form>
      <Answering language={language} entry={entry} />
    </details>
  )
}

/** The card has two of them, and may stand on a page with others: each has an id of its own. */
const WordsField = ({ id, label, value }: { id: string; label: string; value?: string }) => (
  <div class="field">
    <label for={id}>{label}</label>
    <textarea id={id} name="text" rows={3} dir="auto" required>
      {kept(value)}
    </textarea>
  </div>
)

/** What the composer shows of it while an answer is written there, for the script to put there. */
const Answering = ({ language, entry }: Pick<EntryCardProps, 'language' | 'entry'>) => (
  <template>
    <p class="answering">
      <bdi>{entry.name}</bdi>{' '}
      <span dir="auto">{[...entry.text].slice(0, SHOWN_CHARS).join('')}</span>{' '}
      <button type="button" aria-label={wordsIn(language).entries.cancelReply} />
    </p>
  </template>
)

const Edit = (props: EntryCardProps) => {
  const { language, entry, draft, written = entry.text, clientId } = props
  const words = wordsIn(language).entries
  return (
    <details class="edit" open={draft !== undefined}>
      <summary class="button quiet">{words.edit}</summary>
      <form method="post" action={addressesOf(props).revision(entry.clientId)} class="stack">
        <input type="hidden" name="client_id" value={clientId} />
        <WordsField id="edit-text" label={words.editText} value={draft ?? written} />
        <div class="actions">
          <button type="button" class="button plain cancel needs-js">
            {words.cancel}
          </button>{' '}
          <Button tone="primary">{words.save}</Button>
        </div>
      </form>
    </details>
  )
}
