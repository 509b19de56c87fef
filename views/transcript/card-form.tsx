import type { Card, CardField } from '../../actors/text/card'
import { Button } from '../parts/button'
import { TextField } from '../parts/fields/field'
import { TextArea } from '../parts/fields/text-area'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { type Edition, languageOf } from '../words/language'
import { punctuation } from '../words/punctuation'

type AskedProps = {
  language: Edition
  card: Card
  clientId: string
  /** What was filled in and did not go, by the names of the fields; and what is wrong with which. */
  answers?: Readonly<Record<string, string>>
  problemOf?: (field: string) => string | undefined
}

/** What is pressed or filled in on a card: a plain form, which a live page sends without leaving. */
export const AskedOnCard = (props: AskedProps) => {
  const { language, card, clientId } = props
  const words = wordsIn(language).cards
  if (card.buttons.length + card.fields.length === 0) return null
  return (
    <form
      class={card.fields.length > 0 ? 'card-form stack' : 'card-buttons'}
      method="post"
      action={paths.chat.cardAnswer(clientId)}
      aria-label={`${words.answer}${punctuation[languageOf(language)].colon}${card.title}`}
    >
      <p class="form-problem" role="alert" />
      {card.buttons.map((label, nth) => (
        <Button name="button" value={String(nth)}>
          <span dir="auto">{label}</span>
        </Button>
      ))}
      {card.fields.map((field, nth) => (
        <AskedField {...props} field={field} nth={nth} />
      ))}
      {card.fields.length > 0 && <Button tone="primary">{words.sendAnswer}</Button>}
    </form>
  )
}

const inputTypes = { text: 'text', number: 'text', email: 'email', phone: 'tel' } as const

const AskedField = (props: AskedProps & { field: CardField; nth: number }) => {
  const { language, clientId, field, nth, answers = {} } = props
  const name = `field.${nth}`
  const common = {
    ...{ name, id: `${clientId}-${nth}`, label: field.label, required: field.required },
    ...{
      aside: field.required ? undefined : wordsIn(language).cards.optional,
      value: answers[name],
    },
    problem: props.problemOf?.(name),
  }
  return field.type === 'textarea' ? (
    <TextArea {...common} rows={3} />
  ) : (
    <TextField {...common} type={inputTypes[field.type]} autocomplete="off" />
  )
}
