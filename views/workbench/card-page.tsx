import type { Child } from 'hono/jsx'
import {
  type CardKind,
  cardFieldTypes,
  cardKinds,
  cardLimits,
  cardParts,
  partsOf,
} from '../../actors/text/card'
import type { PageContext } from '../page-context'
import { Button, LinkButton } from '../parts/button'
import { DeskSheet } from '../parts/desk-sheet'
import { TextField } from '../parts/fields/field'
import { KeptText } from '../parts/fields/kept-text'
import { SelectField } from '../parts/fields/select-field'
import type { Me } from '../parts/me-menu'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { cards } from '../words/cards'
import type { Language } from '../words/language'
import { punctuation } from '../words/punctuation'
import { CardImageField } from './card-image'

export type CardFieldsProps = {
  language: Language
  conversation: string
  me: string
  is: CardKind
  /** Fresh: the id that its entry will have. */
  clientId: string
  /** What was typed and did not go, by the names of the fields; and why. */
  values: Readonly<Record<string, string>>
  problem?: { says: string; field: string | undefined }
}

/** Buttons and questions that there is room for at once; the others are a press away. */
const SHOWN = 3

/** Where an agent makes a card for a conversation: a page, which a script shows beside the talk. */
export const CardPage = (props: PageContext & CardFieldsProps & { reader: Me }) => {
  const { language, conversation } = props
  return (
    <DeskSheet {...props} title={cards[language].title}>
      <CardMaker {...props} />
      <p class="actions">
        <LinkButton href={paths.workbench.conversation(conversation)} icon="arrowLeft">
          {wordsIn(language).workbench.back}
        </LinkButton>
      </p>
    </DeskSheet>
  )
}

/** What kinds of cards there are, and the form of one. */
export const CardMaker = (props: CardFieldsProps) => {
  const { language, conversation, is, values } = props
  const words = cards[language]
  const shown = known(props)
  // What a card of this kind has no place for is not taken, nor lost.
  const lost = Object.keys(values).flatMap((name) =>
    isWords(name) && !(name in shown) ? (values[name] ?? []) : [],
  )
  return (
    <div class="card-making" data-title={words.title}>
      <h1>{words.title}</h1>
      <nav class="card-kinds" aria-label={words.title}>
        {cardKinds.map((kind) => (
          <>
            <a
              href={paths.workbench.cards(conversation, kind)}
              aria-current={kind === is ? 'page' : undefined}
            >
              {words.kinds[kind]}
            </a>{' '}
          </>
        ))}
      </nav>
      {lost.length > 0 && <KeptText language={language} text={lost.join('\n')} />}
      <CardFields {...props} />
    </div>
  )
}

/** Its form: what a card of this kind shows, and what is pressed or filled in on it. */
const CardFields = (props: CardFieldsProps) => {
  const { language, conversation, is, problem } = props
  const words = cards[language]
  const isOfField = problem?.field !== undefined && problem.field in known(props)
  return (
    <form
      method="post"
      action={paths.workbench.cards(conversation)}
      enctype="multipart/form-data"
      class="stack"
      data-clears=""
    >
      <p class="hint">{words.hints[is]}</p>
      <p class="form-problem" role="alert">
        {isOfField ? '' : problem?.says}
      </p>
      <input type="hidden" name="is" value={is} />
      <input type="hidden" name="client_id" value={props.values.client_id ?? props.clientId} />
      <input type="hidden" name="written_by" value={props.me} />
      {(['title', ...partsOf[is]] as const).map((part) => (
        <>
          {part === 'alt' && <CardImageField {...props} />}
          <Line
            {...props}
            name={part}
            label={words.parts[part]}
            required={part === 'title'}
            hint={part === 'link' ? words.linkHint : part === 'alt' ? words.altHint : undefined}
          />
        </>
      ))}
      {is === 'form' ? <Questions {...props} /> : <Buttons {...props} />}
      <div class="actions">
        <button type="button" class="button plain card-close needs-js">
          {wordsIn(language).entries.cancel}
        </button>{' '}
        <Button tone="primary" icon="send">
          {words.send}
        </Button>
      </div>
    </form>
  )
}

const isWords = (name: string) =>
  cardParts.some((part) => part === name) || /^(?:button|field)\./.test(name)

/** The names of the fields that are shown. */
const known = ({ is }: CardFieldsProps): Record<string, true> =>
  Object.fromEntries(
    ['title', 'image', ...partsOf[is], ...numbered(is === 'form' ? 'field' : 'button')].map(
      (name) => [name, true],
    ),
  )

const numbered = (name: 'field' | 'button') =>
  Array.from({ length: cardLimits[`${name}s`] }, (_, nth) => `${name}.${nth}`)

type OneLine = CardFieldsProps & { name: string; label: string; required?: boolean; hint?: string }

const Line = ({ values, problem, name, label, required, hint, language }: OneLine) => (
  <TextField
    {...{ name, label, hint, required }}
    id={`card-${name}`}
    aside={required !== false ? undefined : cards[language].optional}
    value={values[name]}
    autocomplete="off"
    problem={problem?.field === name ? problem.says : undefined}
  />
)

/** The first of some fields; all of them once one of the others is filled. */
const Some = ({
  values,
  names,
  language,
  draw,
}: Pick<CardFieldsProps, 'values' | 'language'> & {
  names: readonly string[]
  draw: (name: string, nth: number) => Child
}) => (
  <>
    {names.slice(0, SHOWN).map(draw)}
    <details open={names.slice(SHOWN).some((name) => values[name])}>
      <summary class="button quiet">{cards[language].more}</summary>
      {names.slice(SHOWN).map((name, nth) => draw(name, nth + SHOWN))}
    </details>
  </>
)

const Buttons = (props: CardFieldsProps) => {
  const words = cards[props.language]
  return (
    <fieldset>
      <legend>{words.buttons}</legend>
      <p class="hint">{words.buttonsHint}</p>
      <Some
        {...props}
        names={numbered('button')}
        draw={(name, nth) => <Line {...props} name={name} label={words.button(nth + 1)} />}
      />
    </fieldset>
  )
}

const Questions = (props: CardFieldsProps) => {
  const words = cards[props.language]
  return (
    <fieldset>
      <legend>{words.fields}</legend>
      <p class="hint">{words.fieldsHint}</p>
      <Some
        {...props}
        names={numbered('field')}
        draw={(name, nth) => <Question {...props} name={name} nth={nth} />}
      />
    </fieldset>
  )
}

const Question = ({ name, nth, ...props }: CardFieldsProps & { name: string; nth: number }) => {
  const words = cards[props.language]
  const options = cardFieldTypes.map((type) => ({ value: type, label: words.types[type] }))
  return (
    <div class="card-question">
      <Line {...props} name={name} label={words.field(nth + 1)} />
      <SelectField
        name={`type.${nth}`}
        label={words.type(nth + 1)}
        options={options}
        value={props.values[`type.${nth}`]}
      />
      <label class="tick-label">
        <input
          type="checkbox"
          name={`required.${nth}`}
          value="yes"
          aria-label={`${words.field(nth + 1)}${punctuation[props.language].colon}${words.required}`}
          checked={Boolean(props.values[`required.${nth}`])}
        />
        <span dir="auto">{words.required}</span>
      </label>
    </div>
  )
}
