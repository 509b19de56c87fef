import { wordsIn } from '../words'
import type { Language } from '../words/language'

/** The end of his id, which tells him from others. */
export const markOf = (row: { visitor: string }) => row.visitor.slice(-4).toUpperCase()

/** What a visitor is called on the desk: the name he gave, else the end of his id. */
export const visitorName = (row: { visitor: string; visitorName: string }, language: Language) =>
  row.visitorName || wordsIn(language).workbench.anonymous(markOf(row))

/** The names that several visitors of these rows share. */
export const namesakes = (
  rows: readonly { visitor: string; visitorName: string }[],
): ReadonlySet<string> => {
  const known = new Map<string, string>()
  const shared = new Set<string>()
  for (const { visitor, visitorName: name } of rows) {
    if (name !== '' && (known.get(name) ?? visitor) !== visitor) shared.add(name)
    known.set(name, visitor)
  }
  return shared
}
