import { LRUCache } from 'lru-cache'

const TINT_COUNT = 6
/** Whose faces are on pages at a time, and some more. */
const KNOWN_NAMES = 500

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const isLetter = /^[\p{L}\p{N}]/u
const isWhole = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u

/** What a reader takes for one sign each, of the beginning of a text. */
const signsOf = (text: string): string[] =>
  Array.from(graphemes.segment(text.slice(0, 64)), ({ segment }) => segment)

/**
 * Up to two letters: `Vera K.` → VK, `Ana` → AN, `小明` → 小, `<b>` → B. A name without any shows
 * its first sign, like 🦊; nobody is `??`.
 */
export const initialsOf = (name: string): string => initials.memo(name)

const initials = new LRUCache<string, string>({
  max: KNOWN_NAMES,
  memoMethod: (name) => makeInitials(name),
})

const makeInitials = (name: string): string => {
  const words = name.split(/\s+/).map((word) => signsOf(word).filter((sign) => isLetter.test(sign)))
  const [first = [], second] = words.filter((letters) => letters.length > 0)
  const [one = ''] = first
  if (isWhole.test(one)) return one
  const letters = second ? [one, second[0] ?? ''] : first.slice(0, 2)
  // Some have a capital of several letters, like ß.
  const capitals = letters.map((letter) => signsOf(letter.toUpperCase())[0] ?? '').join('')
  return capitals || (signsOf(name.trim())[0] ?? '??')
}

/** The same id has the same tint on every screen. */
const tintOf = (id: string): number => {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return sum % TINT_COUNT
}

/** A class that is somebody's own: a picture of theirs is drawn by it. */
export const faceOf = (id: string): string => `face-${id.slice(-12)}`

type Avatar = {
  id: string
  name: string
  here?: boolean | undefined
  /** Where they are in words, for who points at it. */
  where?: string | undefined
  small?: boolean
}

/** Decorative: the name is always written beside it, after a blank where there are no styles. */
export const Avatar = ({ id, name, here, where, small }: Avatar) => (
  <>
    <span
      class={`avatar ${small ? 'small ' : ''}tint-${tintOf(id)} ${faceOf(id)}`}
      title={where}
      aria-hidden="true"
    >
      <span class="initials">{initialsOf(name)}</span>
      {here !== undefined && <span class={here ? 'presence here' : 'presence'} />}
    </span>{' '}
  </>
)
