import { Avatar } from '../../parts/avatar'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { punctuation } from '../../words/punctuation'

/** A colleague, as others at the same conversation see them. */
export type Colleague = { id: string; name: string }

/** How many faces there is room for. */
const FACES = 3

type Faces = { language: Language; colleagues: readonly Colleague[] }

/** Who else has it open. */
const Faces = ({ language, colleagues }: Faces) => {
  if (colleagues.length === 0) return null
  const says = wordsIn(language).together.looking(
    colleagues.map(({ name }) => name).join(punctuation[language].list),
  )
  const more = colleagues.length - FACES
  return (
    <span class="faces" title={says}>
      {colleagues.slice(0, FACES).map(({ id, name }) => (
        <Avatar id={id} name={name} small />
      ))}
      {more > 0 && <span class="chip">+{more}</span>}
      <span class="sr"> {says}</span>
    </span>
  )
}

/** In the head of the room, swapped by itself as `#lookers`. */
export const Lookers = (props: Faces) => (
  <span id="lookers" class="lookers">
    <Faces {...props} />
  </span>
)

/** A colleague whose keys move; `inside`: only colleagues are to read it. */
export type ColleagueTyping = { name: string; inside: boolean }

/** Above the composer, and said once. It goes by itself after some seconds, like that of the visitor. */
export const ColleagueTypes = ({
  language,
  who,
}: {
  language: Language
  who: ColleagueTyping | null
}) => {
  const words = wordsIn(language).together
  return (
    <p id="colleague-types" class="colleague-types" role="status">
      {who && (
        <span class="typing-now">
          {who.inside ? words.typingInside(who.name) : words.typing(who.name)}
        </span>
      )}
    </p>
  )
}

/** What the visitor has typed so far, where they were told that it is seen. */
export const Peek = ({
  language,
  name,
  text,
}: {
  language: Language
  name: string
  text: string
}) => (
  <div id="peek" class="peek">
    {text !== '' && (
      <>
        <p class="hint">{wordsIn(language).together.peek(name)}</p>
        <p class="peek-text" dir="auto" hx-ignore="">
          {text}
        </p>
      </>
    )}
  </div>
)
