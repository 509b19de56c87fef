import type { Remarks } from '../../actors/department/settings'
import { Button } from '../parts/button'
import { TextArea } from '../parts/fields/text-area'
import { Icon } from '../parts/icon'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { type Edition, languageOf } from '../words/language'
import { punctuation } from '../words/punctuation'

const five = [1, 2, 3, 4, 5] as const

type Rating = {
  language: Edition
  given: number | null
  mayComment: boolean
  /** What was written before it did not go. */
  comment?: string
  /** Where it leads, if it is not the chat that the page is about. */
  action?: string
  /** What there is to say of it by a press. */
  remarks?: Remarks
}

/** Whether words can be added: with the first stars, or once after them. */
export const hasComment = (given: number | null, mayComment: boolean): boolean =>
  given === null || mayComment

/**
 * Five stars, then a comment. The stars are radio buttons, so keys and screen readers know what to
 * do; one that is pressed is sent at once, or without a script with the comment by the button.
 * What was given is lit, and another star takes its place.
 */
export const Rating = ({ language, given, mayComment, comment, action, remarks }: Rating) => {
  const words = wordsIn(language).chat
  const again = mayComment ? words.sendComment : words.rateAgain
  const send = given === null ? words.rateSend : again
  return (
    <form
      class={`rating stars-form${mayComment ? ' awaits-words' : ''}${given === null ? '' : ' rated'}`}
      method="post"
      action={action ?? paths.chat.rating}
    >
      {/* Named by what is lit: a morph would leave lit what was pressed before. */}
      <fieldset class="stars" id={`stars-${given ?? 0}`}>
        <legend>{given === null ? words.rate : words.rated(given)}</legend>
        {five.map((stars) => (
          <label>
            <input type="radio" name="stars" value={stars} checked={stars === given} required />
            <Icon name="star" />
            <span class="sr">{`${words.starsOf(stars)}${punctuation[languageOf(language)].colon}${words.stars(stars)}`}</span>
          </label>
        ))}
      </fieldset>
      {given !== null && (
        <p class="rating-sent" role="status">
          <Icon name="check" />
          {words.rateSent}
        </p>
      )}
      {hasComment(given, mayComment) && remarks && (
        <Pressed language={language} remarks={remarks} />
      )}
      {hasComment(given, mayComment) && (
        <TextArea
          name="comment"
          label={words.comment}
          aside={words.optional}
          rows={2}
          placeholder=" "
          value={comment}
        />
      )}
      <Button wide>{send}</Button>
    </form>
  )
}

/** Those for the stars that are lit show; where no script and no style says which, all do. */
const Pressed = ({ language, remarks }: { language: Edition; remarks: Remarks }) => {
  const words = wordsIn(language).chat
  return (
    <>
      {(['praise', 'blame'] as const).map(
        (kind) =>
          remarks[kind].length > 0 && (
            <fieldset class={`remarks ${kind}`}>
              <legend>{words[kind]}</legend>
              {remarks[kind].map((remark, n) => (
                <label for={`${kind}-${n}`}>
                  <input id={`${kind}-${n}`} type="checkbox" name="tags" value={remark} />
                  <span>{remark}</span>
                </label>
              ))}
            </fieldset>
          ),
      )}
    </>
  )
}
