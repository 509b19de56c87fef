const TINT_COUNT = 6

/** Up to two letters: `Vera K.` → VK, `Ana` → AN, `小明` → 小; `??` for nobody. */
const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const [first = '', second] = words
  if (/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(first))
    return [...first].slice(0, 1).join('')
  const letters = second ? [first, second].map((word) => [...word][0]) : [...first].slice(0, 2)
  return letters.join('').toUpperCase() || '??'
}

/** The same id has the same tint on every screen. */
const tintOf = (id: string): number => {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return sum % TINT_COUNT
}

type Avatar = { id: string; name: string; here?: boolean | undefined; small?: boolean }

/** Decorative: the name is always written beside it. */
export const Avatar = ({ id, name, here, small }: Avatar) => (
  <span class={`avatar ${small ? 'small ' : ''}tint-${tintOf(id)}`} aria-hidden="true">
    {initialsOf(name)}
    {here !== undefined && <span class={here ? 'presence here' : 'presence'} />}
  </span>
)
