import { answersIn } from '../../actors/text/answers'
import { Icon } from '../parts/icon'
import { Clock } from '../parts/time'
import { wordsIn } from '../words'
import type { BodyOf, EntryProps } from './entry-props'

/** What a visitor answered before the talk: colleagues read it where it began. */
export const Answers = (props: EntryProps, body: BodyOf<'answers'>) => {
  const { entry, language, zone } = props
  const words = wordsIn(language).start
  const { consent } = body
  return (
    <div class="notice answers">
      <Icon name="info" />
      <dl class="body" hx-ignore="">
        {answersIn(entry.text, body).map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd dir="auto">{answerText(value, language)}</dd>
          </div>
        ))}
        {consent && (
          <div>
            <dt>{words.consent}</dt>
            <dd>{words.agreedTo(consent.version)}</dd>
          </div>
        )}
      </dl>
      <span class="sr">
        {' '}
        <Clock at={entry.at} zone={zone} />
      </span>
    </div>
  )
}

/** What was ticked is a word; all else is as it was written. */
export const answerText = (value: string, language: EntryProps['language']): string =>
  value === 'yes' ? wordsIn(language).office.yes : value
