import { wordsIn } from '../words'
import type { Language } from '../words/language'

/** What a visitor is called on the desk: the name he gave, else the end of his id. */
export const visitorName = (row: { visitor: string; visitorName: string }, language: Language) =>
  row.visitorName || wordsIn(language).workbench.anonymous(row.visitor.slice(-4).toUpperCase())
