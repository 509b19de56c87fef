import type { FormRules } from '../../../actors/text/form-rules'
import type { Language } from '../../words/language'
import type { TextGroup } from '../../words/visitor-texts'

/** One form of a text: as it is built in and may be made into, and as it is read now. */
export type TextForm = FormRules & { text: string; changed: boolean }

/** A text in one language, as the office has it. */
export type TextLine = {
  word: string
  group: TextGroup
  language: Language
  forms: readonly TextForm[]
  changed: boolean
  /** Which state of it a form is made from; empty for the one that is built in. */
  version: string
  /** Who changed it last and when, ms UTC; null for the one that is built in. */
  last: { byName: string; at: number } | null
}

/** What of all texts is listed. */
export type TextList = {
  lines: readonly TextLine[]
  language: Language
  q: string
  changedOnly: boolean
  /** How many there are in all, and how many of these are changed. */
  all: number
  changed: number
}
