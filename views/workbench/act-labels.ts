import { verbs } from '../../actors/conversation/verbs'
import { wordsIn } from '../words'
import type { Language } from '../words/language'
import { rules } from '../words/rules'

/** What words of an aspect may say of what is done with each of its fields. */
type ActWords = { acts?: unknown; add?: unknown }

const own = (does: string, language: Language): string | undefined => {
  const { kinds } = rules[language]
  return Object.hasOwn(kinds, does) ? kinds[does as keyof typeof kinds] : undefined
}

/**
 * What an act of a macro is called. Those beside the talk say it with their own words, under their verb
 * or the word of their address: `acts.<field>`, or `add` for what writes a line.
 */
export const actLabel = (does: string, language: Language): string => {
  const [verb = '', field] = does.split('.')
  const known = own(does, language)
  if (known !== undefined) return known
  const all: Readonly<Record<string, unknown>> = wordsIn(language).workbench
  const { at } = Object.hasOwn(verbs, verb) ? verbs[verb as keyof typeof verbs] : { at: [] }
  const words = [verb, ...at].map((key) => all[key]).find((one) => typeof one === 'object')
  const { acts, add } = (words ?? {}) as ActWords
  const said = field === undefined ? add : (acts as Record<string, unknown> | undefined)?.[field]
  return typeof said === 'string' ? said : does
}
