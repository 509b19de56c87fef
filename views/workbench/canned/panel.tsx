import type { CannedScope } from '../../../actors/canned/reply'
import { type Gap, type Piece, questionsIn } from '../../../actors/text/template'
import { Icon } from '../../parts/icon'
import { Chip } from '../../parts/marks'
import { canned } from '../../words/canned'
import type { Language } from '../../words/language'
import { punctuation } from '../../words/punctuation'

/** One that may be put into a message, with its words as they would be written there. */
export type CannedChoice = {
  id: string
  code: string
  title: string
  folder: string
  scope: CannedScope
  uses: number
  text: string
  pieces: readonly (Piece | { kind: 'filled'; text: string })[]
}

export type CannedPanelProps = {
  language: Language
  choices: readonly CannedChoice[]
  /** How many there are. */
  all: number
  q: string
  /** The conversation it is for; null for none. */
  conversation: string | null
}

/**
 * What one may put into a message, above the composer: a list to choose from by keys, and beside it
 * the words as they would be written. The script of the panel writes just what stands in a preview.
 */
export const CannedPanel = ({ language, choices, all, q }: CannedPanelProps) => {
  const words = canned[language]
  return (
    <section
      id="canned"
      class="canned"
      aria-label={words.title}
      data-found={words.found(choices.length)}
      data-gap={words.gapLeft}
    >
      <header class="canned-head">
        <Icon name="messagesSquare" />
        <h2>{words.title}</h2>
        <span class="aside">{words.of(choices.length, all)}</span>
      </header>
      {choices.length === 0 ? (
        <p class="canned-none">{all === 0 ? words.noneYet : words.none}</p>
      ) : (
        <div class="canned-body">
          <div
            id="canned-list"
            class="canned-list"
            role="listbox"
            aria-label={words.title}
            tabIndex={0}
          >
            {choices.map((choice, nth) => (
              <Choice language={language} choice={choice} q={q} isChosen={nth === 0} />
            ))}
          </div>
          <div class="canned-previews">
            {choices.map((choice, nth) => (
              <Preview language={language} choice={choice} isChosen={nth === 0} />
            ))}
          </div>
        </div>
      )}
      <CannedKeys language={language} />
    </section>
  )
}

type OfChoice = { language: Language; choice: CannedChoice; isChosen: boolean }

const Choice = ({ language, choice, q, isChosen }: OfChoice & { q: string }) => (
  <div
    id={`canned-${choice.id}`}
    role="option"
    tabIndex={-1}
    aria-selected={String(isChosen)}
    data-canned={choice.id}
  >
    <span class="canned-code">
      /<Marked text={choice.code} q={q} />
    </span>{' '}
    <span class="canned-title">{choice.title}</span>
    {choice.scope === 'mine' && <Chip>{canned[language].mine}</Chip>}
  </div>
)

/** What was typed, where it stands in a code. */
const Marked = ({ text, q }: { text: string; q: string }) => {
  const typed = q.replace(/^\//, '').toLowerCase()
  const at = typed === '' ? -1 : text.toLowerCase().indexOf(typed)
  if (at < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + typed.length)}</mark>
      {text.slice(at + typed.length)}
    </>
  )
}

const Preview = ({ language, choice, isChosen }: OfChoice) => {
  const words = canned[language]
  const questions = questionsIn(choice.text)
  return (
    <div class="canned-preview" data-of={choice.id} hidden={!isChosen}>
      <CannedText pieces={choice.pieces} />
      {questions.map((question) => (
        <label class="field canned-question">
          <span>{question}</span>
          <input data-question={question} aria-label={question} autocomplete="off" dir="auto" />
        </label>
      ))}
      <small>
        {choice.folder && `${choice.folder}${punctuation[language].between}`}
        {words.uses(choice.uses)}
      </small>
    </div>
  )
}

/** The words, with what was filled in and what is still open marked. No word stands in it that is not written. */
export const CannedText = ({ pieces }: Pick<CannedChoice, 'pieces'>) => (
  <p class="canned-text" dir="auto" hx-ignore="">
    {pieces.map((piece) => {
      if (piece.kind === 'words') return piece.text
      return piece.kind === 'filled' ? <b>{piece.text}</b> : <Open gap={piece} />
    })}
  </p>
)

const Open = ({ gap }: { gap: Gap }) => (
  <mark
    class="gap"
    data-question={gap.kind === 'question' ? gap.question : undefined}
    data-instead={gap.instead ?? undefined}
  >
    {gap.raw}
  </mark>
)

const CannedKeys = ({ language }: { language: Language }) => {
  const { keys } = canned[language]
  return (
    <footer class="canned-keys" aria-hidden="true">
      <kbd>↑</kbd>
      <kbd>↓</kbd> {keys.choose} <kbd>↵</kbd> {keys.insert} <kbd>Tab</kbd> {keys.gap}
      <kbd class="last">Esc</kbd>
    </footer>
  )
}
