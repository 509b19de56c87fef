import { type Answer, type Answered, answersIn } from '../../actors/text/answers'
import { Icon } from '../parts/icon'
import { Clock } from '../parts/time'
import { wordsIn } from '../words'
import { languageOf } from '../words/language'
import { wrapUp } from '../words/wrap-up'
import type { BodyOf, EntryProps } from './entry-props'

/** What a visitor answered before the talk: colleagues read it where it began. */
export const Answers = (props: EntryProps, body: BodyOf<'answers'>) => answered(props, body)

/** What an agent filled in at its end: colleagues read it there. */
export const WrapUp = (props: EntryProps, { fields }: BodyOf<'wrapUp'>) =>
  answered(
    props,
    { fields, consent: null },
    wrapUp[languageOf(props.language)].by(props.entry.name),
  )

const answered = (props: EntryProps, body: Answered, title = '') => {
  const { entry, language, zone } = props
  const words = wordsIn(language).start
  const { consent } = body
  return (
    <div class="notice answers">
      <Icon name="info" />
      <div class="body" hx-ignore="">
        {title && <p dir="auto">{title}</p>}
        <dl>
          {answersIn(entry.text, body).map((answer) => (
            <div>
              <dt dir="auto">{answer.label}</dt>
              <dd dir="auto">{answerText(answer, language)}</dd>
            </div>
          ))}
          {consent && (
            <div>
              <dt dir="auto">{words.consent}</dt>
              <dd dir="auto">{words.agreedTo(consent.version)}</dd>
            </div>
          )}
        </dl>
      </div>
      <span class="sr">
        {' '}
        <Clock at={entry.at} zone={zone} />
      </span>
    </div>
  )
}

/** What was ticked is a word; all else is as it was written, or chosen. */
export const answerText = (
  { value, shown = value }: Pick<Answer, 'value' | 'shown'>,
  language: EntryProps['language'],
): string => {
  const { yes, no } = wordsIn(language).office
  if (shown === 'yes') return yes
  return shown === 'no' ? no : shown
}
