import { type Forms, formsOf, reworded } from '../../actors/text/phrase'

/** What the office says otherwise: by the word, as `chat.hello`, the forms that were changed. */
export type Texts = Readonly<Record<string, Forms>>

/** What stands at the end of a path; undefined where nothing does. */
export const wordAt = (words: object, word: string): unknown =>
  word
    .split('.')
    .reduce<unknown>(
      (within, key) =>
        typeof within === 'object' && within !== null && Object.hasOwn(within, key)
          ? Reflect.get(within, key)
          : undefined,
      words,
    )

/** Everything that is said below a path, or at it, with its forms. */
export const leavesAt = (within: unknown, path: string): { word: string; forms: Forms }[] => {
  if (typeof within === 'object' && within !== null)
    return Object.entries(within).flatMap(([key, inner]) => leavesAt(inner, `${path}.${key}`))
  const forms = formsOf(within)
  return forms ? [{ word: path, forms }] : []
}

/** The same words with some of them said otherwise; what an older desk had and this has not is passed over. */
export const withTexts = <Words extends object>(words: Words, texts: Texts): Words => {
  const copy = { ...words }
  for (const [word, forms] of Object.entries(texts)) put(copy, word.split('.'), forms)
  return copy
}

/** Only what leads to it is another object afterwards. */
const put = (within: object, [key = '', ...below]: readonly string[], forms: Forms): void => {
  if (!Object.hasOwn(within, key)) return
  const inner: unknown = Reflect.get(within, key)
  if (typeof inner !== 'object' || inner === null) {
    if (below.length === 0) Reflect.set(within, key, reworded(inner, forms))
    return
  }
  const copy = { ...inner }
  put(copy, below, forms)
  Reflect.set(within, key, copy)
}
