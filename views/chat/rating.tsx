import { limits } from '../../actors/limits'
import { Button } from '../parts/button'
import { TextArea, units } from '../parts/field'
import { Icon } from '../parts/icon'
import { Stars } from '../parts/marks'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

const five = [1, 2, 3, 4, 5] as const

type Rating = { language: Language; given: number | null }

/** Five stars and a comment: radio buttons, so keys and screen readers know what to do. */
export const Rating = ({ language, given }: Rating) => {
  const words = wordsIn(language).chat
  if (given !== null) return <Given stars={given} says={words.rated(given)} />
  return (
    <form class="rating" method="post" action={paths.chat.rating}>
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
      <TextArea
        name="comment"
        label={words.comment}
        aside={words.optional}
        rows={2}
        maxlength={units(limits.comment)}
      />
      <Button wide>{words.rateSend}</Button>
    </form>
  )
}

const Given = ({ stars, says }: { stars: number; says: string }) => (
  <p class="rated">
    <Stars stars={stars} label="" /> {says}
  </p>
)
