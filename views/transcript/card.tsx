import type { SentFile } from '../../actors/entry'
import { filesOf } from '../../actors/sent-files'
import { type Card, type CardOutcome, cardIn, filledIn } from '../../actors/text/card'
import { Icon } from '../parts/icon'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'
import { AskedOnCard } from './card-form'
import type { BodyOf, EntryProps } from './entry-props'
import { Image } from './files'
import { bubble } from './message'

/** A product, an order, buttons or a small form, which its visitor answers once. */
export const CardMessage = (props: EntryProps, body: BodyOf<'card'>) =>
  bubble(props, { content: CardContent(props, body), part: 'on-card' })

const CardContent = (props: EntryProps, body: BodyOf<'card'>) => {
  const { entry, language, audience, isOver } = props
  const card = cardIn(entry.text, body)
  const isOpen = !body.outcome && !isOver && audience === 'visitor' && entry.by !== 'visitor'
  return (
    <>
      <CardParts card={card} files={filesOf(body)} language={language} />
      {isOpen ? (
        <AskedOnCard language={language} card={card} clientId={entry.clientId} />
      ) : (
        <CardState language={language} card={card} outcome={body.outcome} />
      )}
    </>
  )
}

type CardPartsProps = {
  card: Card
  language: Edition
  /** Its image, where it has one. */
  files?: readonly SentFile[]
}

/** What is to be looked at. */
export const CardParts = ({ card, language, files = [] }: CardPartsProps) => (
  <>
    {files.map((file) => (
      <span class="card-image">
        <Image file={file} href={paths.file(file.id, file.name)} alt={card.alt || file.name} />
      </span>
    ))}
    <strong class="card-title" dir="auto">
      {card.title}
    </strong>
    {(['number', 'price', 'state', 'detail'] as const).map(
      (part) =>
        card[part] && (
          <span class={`card-part card-${part}`}>
            {' '}
            <bdi>{card[part]}</bdi>
          </span>
        ),
    )}
    {card.link && (
      <>
        {' '}
        <a class="card-link" href={card.link} target="_blank" rel="noopener noreferrer nofollow">
          {wordsIn(language).cards.link(URL.parse(card.link)?.host ?? '')}
        </a>
      </>
    )}
  </>
)

type State = { language: Edition; card: Card; outcome: CardOutcome | undefined }

/** What there was to press or to fill in, and what came of it. */
const CardState = ({ language, card, outcome }: State) => {
  const words = wordsIn(language).cards
  const { buttons, fields } = card
  if (buttons.length + fields.length === 0) return null
  return (
    <>
      <ul class="card-choices">
        {[...buttons, ...fields.map(({ label }) => label)].map((label, nth) => {
          const isChosen = outcome?.button === nth
          return (
            <li data-chosen={isChosen ? '' : undefined} dir="auto">
              {isChosen && <Icon name="check" />}
              {label}
              {isChosen && <span class="sr"> ({words.chosen})</span>}
            </li>
          )
        })}
      </ul>
      <span class="card-state">{outcome ? words.answered : words.notAnswered}</span>
    </>
  )
}

/** What its visitor answered: the button's own words, or each question with its answer. */
export const CardAnswerMessage = (props: EntryProps, body: BodyOf<'cardAnswer'>) => {
  if (body.button !== null) return bubble(props)
  const content = (
    <dl class="card-answers">
      {filledIn(props.entry.text, body.fields).map(({ label, value }) => (
        <div>
          <dt>{label}</dt> <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
  return bubble(props, { content })
}
