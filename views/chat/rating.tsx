import { limits } from '../../actors/limits'
import { Button } from '../parts/button'
import { units } from '../parts/fields/field'
import { TextArea } from '../parts/fields/text-area'
import { Icon } from '../parts/icon'
import { Stars } from '../parts/marks'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

const five = [1, 2, 3, 4, 5] as const

type Rating = { language: Language; given: number | null; mayComment: boolean }

/**
 * Five stars, then a comment. The stars are radio buttons, so keys and screen readers know what to
 * do; one that is pressed is sent at once, or without a script with the comment by the button.
 */
export const Rating = ({ language, given, mayComment }: Rating) => {
  const words = wordsIn(language).chat
  if (given !== null)
    return (
      <>
        <Given stars={given} says={words.rated(given)} />
        {mayComment && (
          <form class="rating" method="post" action={paths.chat.rating}>
            <input type="hidden" name="stars" value={given} />
            <Comment language={language} required />
            <Button wide>{words.commentSend}</Button>
          </form>
        )}
      </>
    )
  return (
    <form class="rating stars-form" method="post" action={paths.chat.rating}>
      <fieldset class="stars">
        <legend>{words.rate}</legend>
        {five.map((stars) => (
          <label>
            <input type="radio" name="stars" value={stars} required />
            <Icon name="star" />
            <span class="sr">{`${words.starsOf(stars)}: ${words.stars(stars)}`}</span>
          </label>
        ))}
      </fieldset>
      <Comment language={language} />
      <Button wide>{words.rateSend}</Button>
    </form>
  )
}

const Comment = ({ language, required }: { language: Language; required?: boolean }) => {
  const words = wordsIn(language).chat
  return (
    <TextArea
      name="comment"
      label={words.comment}
      aside={required ? undefined : words.optional}
      rows={2}
      maxlength={units(limits.comment)}
      required={required}
    />
  )
}

const Given = ({ stars, says }: { stars: number; says: string }) => (
  <p class="rated">
    <Stars stars={stars} label="" /> {says}
  </p>
)
